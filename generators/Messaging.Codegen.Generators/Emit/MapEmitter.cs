using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints dictionaries and pairs.</summary>
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

            writer.Line("writer.WriteMapHeader(map.Count);");
            using (writer.Block($"foreach (global::System.Collections.Generic.KeyValuePair<{types}> pair in map)"))
            {
                context.Write(shape.Key, "pair.Key", "key");
                context.Write(shape.Value, "pair.Value", "value");
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
            }

            writer.Line($"return {target.Result};");
        }
    }

    public static void EmitPair(EmitContext context, PairShape shape)
    {
        using (ShapeEmitter.OpenWrite(context, shape, "pair"))
        {
            context.Writer.Line("writer.WriteArrayHeader(2);");
            context.Write(shape.Key, "pair.Key", "key");
            context.Write(shape.Value, "pair.Value", "value");
        }

        using (ShapeEmitter.OpenRead(context, shape))
        {
            context.Writer.Line($"""
                reader.ReadArrayHeader(2, "a pair: an array of a key and a value");
                {shape.Key.Type.Declared} key = {context.ReadElement(shape.Key)};
                {shape.Value.Type.Declared} value = {context.ReadElement(shape.Value)};
                return new {shape.Type.Name}(key, value);
                """);
        }
    }
}
