using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints dictionaries.</summary>
internal static class MapEmitter
{
    public static void EmitWrite(EmitContext context, MapShape shape)
    {
        var writer = context.Writer;
        var types = $"{shape.Key.Type.Declared}, {shape.Value.Type.Declared}";
        using (ShapeEmitter.OpenWrite(context, shape, "map"))
        {
            ShapeEmitter.WriteNilForNull(context, shape, "map");
            if (shape is { IsInterface: true, Target.Dictionary: { } dictionary })
            {
                using (writer.Block($"if (map is global::System.Collections.Generic.Dictionary<{types}> dictionary)"))
                {
                    writer.Line($"Write{dictionary}(ref writer, dictionary);");
                    writer.Line("return;");
                }

                writer.Line();
            }

            var pairs = shape.IsConcurrent ? "pairs" : "map";
            if (shape.IsConcurrent)
            {
                writer.Line($"global::System.Collections.Generic.KeyValuePair<{types}>[] pairs = map.ToArray(); // other threads may change it meanwhile");
            }

            writer.Line($"writer.WriteMapHeader({pairs}.{(shape.IsConcurrent ? "Length" : "Count")});");
            using (writer.Block($"foreach (global::System.Collections.Generic.KeyValuePair<{types}> pair in {pairs})"))
            {
                WritePair(context, shape.Key, shape.Value);
            }
        }
    }

    public static void EmitRead(EmitContext context, MapShape shape)
    {
        var writer = context.Writer;
        var target = shape.Target;
        using (ShapeEmitter.OpenRead(context, shape))
        {
            if (target.Dictionary is { } dictionary)
            {
                writer.Line(target.Factory.Length == 0
                    ? $"return Read{dictionary}(ref reader);"
                    : $"return {target.Factory}(Read{dictionary}(ref reader));");
                return;
            }

            writer.Line($"""
                int count = reader.ReadMapCollectionHeader({Identifiers.Literal(shape.Key.MinimumBytes + shape.Value.MinimumBytes)});
                var map = {target.Factory};
                """);
            if (target.IsGuarded)
            {
                writer.Line("var guard = reader.GuardHashes(count, map.Capacity);");
            }

            using (writer.Block("for (int i = 0; i < count; i++)"))
            {
                writer.Line($"""
                    int keyOffset = reader.Offset;
                    {shape.Key.Type.Declared} key = {context.Read(shape.Key)};
                    {shape.Value.Type.Declared} value = {context.ReadElement(shape.Value)};
                    """);
                using (writer.Block(target.HasTryAdd ? "if (!map.TryAdd(key, value))" : "if (map.ContainsKey(key))"))
                {
                    writer.Line("throw reader.DuplicateKey(keyOffset);");
                }

                if (!target.HasTryAdd)
                {
                    writer.Line("map.Add(key, value);");
                }

                if (target.IsGuarded)
                {
                    writer.Line();
                    writer.Line("guard.Note(ref reader, keyOffset, key);");
                }
            }

            if (target.IsGuarded)
            {
                writer.Line("guard.Release();");
            }

            writer.Line($"return {target.Result};");
        }
    }

    private static void WritePair(EmitContext context, ValueModel key, ValueModel value)
    {
        if (key.IsBounded && value.IsBounded)
        {
            var run = new[]
            {
                new RunItem { Value = key, Expression = "pair.Key", Local = "key" },
                new RunItem { Value = value, Expression = "pair.Value", Local = "value" },
            };
            RunEmitter.Emit(context, run, header: null, isCursorDeclared: false);
            return;
        }

        context.Write(key, "pair.Key", "key");
        context.Write(value, "pair.Value", "value");
    }
}
