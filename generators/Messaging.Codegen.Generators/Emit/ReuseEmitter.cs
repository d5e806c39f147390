using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>
/// Prints the methods that read a value over an existing one: what is equal is kept, what can be overwritten is, the rest is made anew.
/// </summary>
internal static class ReuseEmitter
{
    /// <summary>True for shapes that get such a method; the others are always read anew.</summary>
    public static bool IsReused(ShapeModel shape) => shape switch
    {
        PartShape or UnionShape => true,
        SequenceShape sequence => sequence.Target.Kind == TargetKind.Array || IsList(sequence),
        MapShape map => IsDictionary(map) || map.Target is { Dictionary: not null, Factory: "" },
        _ => false,
    };

    public static void Emit(EmitContext context, ShapeModel shape)
    {
        if (!IsReused(shape))
        {
            return;
        }

        var type = shape.Type.IsValueType ? shape.Type.Name : shape.Type.Nullable;
        context.Writer.Line();
        using (context.Writer.Block($"internal static {shape.Type.Name} Reuse{shape.Name}(ref {context.Names.PackReader} reader, {type} existing)"))
        {
            switch (shape)
            {
                case PartShape part:
                    EmitPart(context, part);
                    break;
                case UnionShape union:
                    EmitUnion(context, union);
                    break;
                case SequenceShape sequence when IsList(sequence):
                    EmitList(context, sequence);
                    break;
                case SequenceShape sequence:
                    EmitArray(context, sequence);
                    break;
                case MapShape map:
                    EmitMap(context, map);
                    break;
            }
        }
    }

    private static bool IsList(SequenceShape shape) =>
        shape.Target.Type == $"global::System.Collections.Generic.List<{shape.Element.Type.Declared}>";

    private static bool IsDictionary(MapShape shape) => shape.Target is { HasTryAdd: true, Dictionary: null } && shape.Type.Name == Dictionary(shape);

    private static string Dictionary(MapShape shape) =>
        $"global::System.Collections.Generic.Dictionary<{shape.Key.Type.Declared}, {shape.Value.Type.Declared}>";

    private static void EmitPart(EmitContext context, PartShape part)
    {
        if (part.IsRecursive)
        {
            context.Writer.Line("reader.Enter();");
        }

        ObjectReadEmitter.Emit(context, part.Object, "value", part.IsRecursive ? "reader.Leave();" : null, "existing");
    }

    private static void EmitUnion(EmitContext context, UnionShape union)
    {
        var writer = context.Writer;
        if (union.IsRecursive)
        {
            writer.Line("reader.Enter();");
        }

        writer.Line("int tag = reader.ReadUnionHeader();");
        using (writer.Block($"{union.Type.Name} value = tag switch", ";"))
        {
            foreach (var @case in union.Cases)
            {
                var hint = @case.Value.Type.IsValueType ? null : $"existing as {@case.Value.Type.Name}";
                writer.Line($"{Identifiers.Literal(@case.Tag)} => {context.Read(@case.Value, hint)},");
            }

            writer.Line($"_ => throw reader.UnknownUnionTag(tag, {Identifiers.Literal(union.DisplayName)}),");
        }

        if (union.IsRecursive)
        {
            writer.Line("reader.Leave();");
        }

        writer.Line("return value;");
    }

    private static void EmitArray(EmitContext context, SequenceShape shape)
    {
        var writer = context.Writer;
        var plain = shape.Element.Type.IsValueType ? shape.Element.Type : shape.Element.Type.AsNonNullable();
        if (shape.Element.IsBulk)
        {
            writer.Line($"return reader.ReadNumberArray(existing as {shape.Element.Type.ArrayOf});");
            return;
        }

        writer.Line($$"""
            int count = reader.ReadCollectionHeader({{Identifiers.Literal(shape.Element.MinimumBytes)}});
            {{shape.Element.Type.ArrayOf}} items = existing is {{shape.Element.Type.ArrayOf}} old && old.Length == count && old.GetType() == typeof({{plain.ArrayOf}})
                ? old
                : count == 0 ? [] : new {{shape.Target.Type}};
            """);
        using (writer.Block("for (int i = 0; i < items.Length; i++)"))
        {
            writer.Line($"items[i] = {context.ReadElement(shape.Element, Hint(shape.Element, "items[i]"))};");
        }

        writer.Line("return items;");
    }

    private static void EmitList(EmitContext context, SequenceShape shape)
    {
        var writer = context.Writer;
        writer.Line($$"""
            int count = reader.ReadCollectionHeader({{Identifiers.Literal(shape.Element.MinimumBytes)}});
            var items = existing is {{shape.Target.Type}} old && old.GetType() == typeof({{shape.Target.Type}}) ? old : new {{shape.Target.Type}}(count);
            if (items.Count > count)
            {
                items.RemoveRange(count, items.Count - count);
            }

            """);
        using (writer.Block("for (int i = 0; i < items.Count; i++)"))
        {
            writer.Line($"items[i] = {context.ReadElement(shape.Element, Hint(shape.Element, "items[i]"))};");
        }

        using (writer.Block("while (items.Count < count)"))
        {
            writer.Line($"items.Add({context.ReadElement(shape.Element)});");
        }

        writer.Line("return items;");
    }

    /// <summary>
    /// A dictionary is kept when the payload has its keys in its order, which is how it would be written. At the first other key everything is read
    /// anew, with all that guards it.
    /// </summary>
    private static void EmitMap(EmitContext context, MapShape shape)
    {
        var writer = context.Writer;
        if (shape.Target.Dictionary is { } dictionary)
        {
            writer.Line($"return existing is {Dictionary(shape)} old ? Reuse{dictionary}(ref reader, old) : Read{dictionary}(ref reader);");
            return;
        }

        var comparer = $"global::System.Collections.Generic.EqualityComparer<{shape.Key.Type.Declared}>.Default";
        writer.Line($$"""
            if (existing is null || existing.GetType() != typeof({{shape.Type.Name}}) || existing.Comparer != {{comparer}})
            {
                return Read{{shape.Name}}(ref reader);
            }

            var start = reader;
            var old = existing.GetEnumerator();
            int count = reader.ReadMapCollectionHeader({{Identifiers.Literal(shape.Key.MinimumBytes + shape.Value.MinimumBytes)}});
            if (count != existing.Count)
            {
                reader = start;
                return Read{{shape.Name}}(ref reader);
            }

            """);
        using (writer.Block("while (old.MoveNext())"))
        {
            writer.Line($$"""
                {{shape.Key.Type.Declared}} key = {{context.Read(shape.Key, Hint(shape.Key, "old.Current.Key"))}};
                if (!{{comparer}}.Equals(key, old.Current.Key))
                {
                    reader = start;
                    return Read{{shape.Name}}(ref reader);
                }

                {{shape.Value.Type.Declared}} value = {{context.ReadElement(shape.Value, Hint(shape.Value, "old.Current.Value"))}};
                global::System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(existing, key) = value;
                """);
        }

        writer.Line("return existing;");
    }

    /// <summary>An element as the value to read over.</summary>
    private static string Hint(ValueModel value, string expression) =>
        value.Type is { IsValueType: true, IsNullable: true } ? expression + ".GetValueOrDefault()" : expression;
}
