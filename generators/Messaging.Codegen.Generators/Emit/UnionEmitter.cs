using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints unions: an array of the case's tag and its body.</summary>
internal static class UnionEmitter
{
    public static void Emit(EmitContext context, UnionShape union)
    {
        using (ShapeEmitter.OpenWrite(context, union, "value"))
        {
            WriteBody(context, union);
        }

        using (ShapeEmitter.OpenRead(context, union))
        {
            ReadBody(context, union);
        }
    }

    private static void WriteBody(EmitContext context, UnionShape union)
    {
        var writer = context.Writer;
        ShapeEmitter.WriteNilForNull(context, union, "value");
        if (union.IsRecursive)
        {
            writer.Line("writer.Enter();");
        }

        using (writer.Block("switch (value)"))
        {
            foreach (var position in union.MatchOrder)
            {
                var @case = union.Cases[position];
                var type = @case.Value.Type.Name;
                writer.Line(@case.IsExact
                    ? $"case {type} {@case.Variable}:"
                    : $"case {type} {@case.Variable} when {@case.Variable}.GetType() == typeof({type}):");
                using (writer.Indent())
                {
                    writer.Line($"writer.WriteUnionHeader({Identifiers.Literal(@case.Tag)});");
                    context.Write(@case.Value, @case.Variable, @case.Variable);
                    writer.Line("break;");
                }
            }

            writer.Line($$"""
                default:
                    throw writer.UnknownCase(value, {{Identifiers.Literal(union.DisplayName)}});
                """);
        }

        if (union.IsRecursive)
        {
            writer.Line();
            writer.Line("writer.Leave();");
        }
    }

    private static void ReadBody(EmitContext context, UnionShape union)
    {
        var writer = context.Writer;
        if (union.IsRecursive)
        {
            writer.Line("reader.Enter();");
        }

        writer.Line("int tag = reader.ReadUnionHeader();");
        using (writer.Block(union.IsRecursive ? $"{union.Type.Name} value = tag switch" : "return tag switch", ";"))
        {
            foreach (var @case in union.Cases)
            {
                writer.Line($"{Identifiers.Literal(@case.Tag)} => {context.Read(@case.Value)},");
            }

            writer.Line($"_ => throw reader.UnknownUnionTag(tag, {Identifiers.Literal(union.DisplayName)}),");
        }

        if (union.IsRecursive)
        {
            writer.Line("reader.Leave();");
            writer.Line("return value;");
        }
    }
}
