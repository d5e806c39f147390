using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints arrays of two to four dimensions: an array of the lengths and an array of the elements, row by row.</summary>
internal static class GridEmitter
{
    public static void Emit(EmitContext context, GridShape shape)
    {
        using (ShapeEmitter.OpenWrite(context, shape, "items"))
        {
            EmitWrite(context, shape);
        }

        using (ShapeEmitter.OpenRead(context, shape))
        {
            EmitRead(context, shape);
        }
    }

    private static void EmitWrite(EmitContext context, GridShape shape)
    {
        var writer = context.Writer;
        ShapeEmitter.WriteNilForNull(context, shape, "items");
        writer.Line($"writer.WriteArrayHeader({Identifiers.Literal(shape.Rank + 1)});");
        for (var i = 0; i < shape.Rank; i++)
        {
            writer.Line($"writer.Write(items.GetLength({Identifiers.Literal(i)}));");
        }

        writer.Line("writer.WriteArrayHeader(items.Length);");
        using (writer.Block($"foreach ({shape.Element.Type.Declared} item in items)"))
        {
            context.Write(shape.Element, "item", "value");
        }
    }

    private static void EmitRead(EmitContext context, GridShape shape)
    {
        var writer = context.Writer;
        writer.Line($"""
            global::System.Span<int> lengths = stackalloc int[{Identifiers.Literal(shape.Rank)}];
            int count = reader.ReadGridHeader(lengths, {Identifiers.Literal(shape.Element.MinimumBytes)});
            var items = new {shape.New};
            """);
        using (writer.Block("if (count == 0)"))
        {
            writer.Line("return items;");
        }

        writer.Line();
        var indices = Enumerable.Range(0, shape.Rank).Select(static i => "ijkl".Substring(i, 1)).ToList();
        ReadRows(context, shape, indices, 0);
        writer.Line();
        writer.Line("return items;");
    }

    private static void ReadRows(EmitContext context, GridShape shape, List<string> indices, int dimension)
    {
        if (dimension == shape.Rank)
        {
            context.Writer.Line($"items[{string.Join(", ", indices)}] = {context.ReadElement(shape.Element)};");
            return;
        }

        var index = indices[dimension];
        using (context.Writer.Block($"for (int {index} = 0; {index} < lengths[{Identifiers.Literal(dimension)}]; {index}++)"))
        {
            ReadRows(context, shape, indices, dimension + 1);
        }
    }
}
