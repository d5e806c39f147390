using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints tuples, pairs and groups: arrays of exactly their items.</summary>
internal static class TupleEmitter
{
    public static void Emit(EmitContext context, TupleShape shape)
    {
        var writer = context.Writer;
        var count = Identifiers.Literal(shape.Items.Count);
        using (ShapeEmitter.OpenWrite(context, shape, "tuple"))
        {
            ShapeEmitter.WriteNilForNull(context, shape, "tuple");
            writer.Line($"writer.WriteArrayHeader({count});");
            foreach (var item in shape.Items)
            {
                context.Write(item.Value, item.Access, item.Local);
            }
        }

        using (ShapeEmitter.OpenRead(context, shape))
        {
            writer.Line($"reader.ReadArrayHeader({count}, \"an array of exactly {count}\");");
            foreach (var item in shape.Items)
            {
                writer.Line($"{item.Value.Type.Declared} {item.Local} = {context.ReadElement(item.Value)};");
            }

            writer.Line($"return {shape.Make}({string.Join(", ", shape.Items.Select(static item => item.Local))});");
        }
    }
}
