using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints what reads an enum's numbers and checks them. Writing needs no method: it is a cast.</summary>
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
        var type = shape.Type.Name;
        var number = shape.Underlying == ScalarKind.UInt64 ? "unchecked((long)number)" : "number";
        if (!shape.IsOpen)
        {
            using (ShapeEmitter.OpenRead(context, shape))
            {
                context.Writer.Line($"{local} number = reader.Read{shape.Underlying}();");
                context.Writer.Line($"return {shape.KnownCondition} ? ({type})number : {Otherwise("")};");
            }
        }

        context.Writer.Line();
        using (context.Writer.Block($"internal static ref byte Get{shape.Name}(ref byte p, scoped ref {context.Names.PackReader} reader, out {type} value)"))
        {
            context.Writer.Line($"p = ref {context.Names.Get}.{shape.Underlying}(ref p, ref reader, out {Scalars.Keyword(shape.Underlying)} number);");
            context.Writer.Line(shape.IsOpen
                ? $"value = ({type})number;"
                : $"value = reader.WasNil(ref p) || {shape.KnownCondition} ? ({type})number : {Otherwise("ref p, ")};");
            context.Writer.Line("return ref p;");
        }

        string Otherwise(string place) => shape.UnknownMember is { } unknown
            ? $"{type}.{Identifiers.Escape(unknown)}"
            : $"throw reader.UnknownEnumValue({place}{number}, {Identifiers.Literal(shape.DisplayName)})";
    }
}
