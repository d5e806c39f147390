using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the calls of converters. Null is dealt with here, so that a converter never sees it.</summary>
internal static class ConverterEmitter
{
    public static void Emit(EmitContext context, ConverterShape shape)
    {
        var arguments = $"<{shape.Converter}, {shape.Type.Name}>";
        using (ShapeEmitter.OpenWrite(context, shape, "value"))
        {
            ShapeEmitter.WriteNilForNull(context, shape, "value");
            context.Writer.Line($"writer.WriteWith{arguments}(value);");
        }

        using (ShapeEmitter.OpenRead(context, shape))
        {
            context.Writer.Line($"return reader.ReadWith{arguments}();");
        }
    }
}
