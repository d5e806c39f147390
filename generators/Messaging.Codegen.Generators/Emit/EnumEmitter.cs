using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the check of an enum's numbers. Writing needs no method: it is a cast.</summary>
internal static class EnumEmitter
{
    public static void Emit(EmitContext context, EnumShape shape)
    {
        // Small numbers are widened, so that a condition which covers all of them is no constant.
        var local = shape.Underlying switch
        {
            ScalarKind.UInt32 => "uint",
            ScalarKind.Int64 => "long",
            ScalarKind.UInt64 => "ulong",
            _ => "int",
        };
        var number = shape.Underlying == ScalarKind.UInt64 ? "unchecked((long)number)" : "number";
        var otherwise = shape.UnknownMember is { } unknown
            ? $"{shape.Type.Name}.{Identifiers.Escape(unknown)}"
            : $"throw reader.UnknownEnumValue({number}, {Identifiers.Literal(shape.DisplayName)})";
        using (ShapeEmitter.OpenRead(context, shape))
        {
            context.Writer.Line($"{local} number = reader.Read{shape.Underlying}();");
            context.Writer.Line($"return {shape.KnownCondition} ? ({shape.Type.Name})number : {otherwise};");
        }
    }
}
