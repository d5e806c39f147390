using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints collections that travel as arrays.</summary>
internal static class SequenceEmitter
{
    public static void EmitWrite(EmitContext context, SequenceShape shape)
    {
        var writer = context.Writer;
        using (ShapeEmitter.OpenWrite(context, shape, "items"))
        {
            if (shape.Source == SequenceSource.ImmutableArray)
            {
                ShapeEmitter.WriteNilIf(context, "items.IsDefault");
            }
            else
            {
                ShapeEmitter.WriteNilForNull(context, shape, "items");
            }

            var element = shape.Element.Type.Declared;
            switch (shape.Source)
            {
                case SequenceSource.Array:
                    WriteElements(context, shape, "items.Length", "items");
                    break;
                case SequenceSource.List:
                    writer.Line($"global::System.ReadOnlySpan<{element}> span = global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items);");
                    WriteSpan(context, shape);
                    break;
                case SequenceSource.ImmutableArray:
                    writer.Line($"global::System.ReadOnlySpan<{element}> span = items.AsSpan();");
                    WriteSpan(context, shape);
                    break;
                case SequenceSource.Counted:
                    WriteElements(context, shape, "items.Count", "items");
                    break;
                default:
                    writer.Line($$"""
                        global::System.ReadOnlySpan<{{element}}> span = items switch
                        {
                            {{shape.Element.Type.Declared}}[] array => new global::System.ReadOnlySpan<{{element}}>(array),
                            global::System.Collections.Generic.List<{{element}}> list => global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list),
                            _ => global::System.Linq.Enumerable.ToArray(items),
                        };
                        """);
                    WriteSpan(context, shape);
                    break;
            }
        }
    }

    public static void EmitRead(EmitContext context, SequenceShape shape)
    {
        var writer = context.Writer;
        var target = shape.Target;
        using (ShapeEmitter.OpenRead(context, shape))
        {
            if (target.Kind is TargetKind.Array or TargetKind.FromArray && shape.Element.IsBulk)
            {
                var numbers = $"reader.Read{shape.Element.Scalar}Array()";
                writer.Line(target.Kind == TargetKind.Array ? $"return {numbers};" : $"return {target.Member}({numbers});");
                return;
            }

            writer.Line($"int count = reader.ReadCollectionHeader({Identifiers.Literal(shape.Element.MinimumBytes)});");
            if (target.Kind is TargetKind.Array or TargetKind.FromArray)
            {
                writer.Line($"{shape.Element.Type.Declared}[] items = count == 0 ? [] : new {target.Type};");
                using (writer.Block("for (int i = 0; i < items.Length; i++)"))
                {
                    writer.Line($"items[i] = {context.ReadElement(shape.Element)};");
                }

                writer.Line();
                writer.Line(target.Kind == TargetKind.Array ? "return items;" : $"return {target.Member}(items);");
                return;
            }

            writer.Line($"var items = new {target.Type}({(target.Kind == TargetKind.Sized ? "count" : "")});");
            using (writer.Block("for (int i = 0; i < count; i++)"))
            {
                writer.Line($"items.{target.Member}({context.ReadElement(shape.Element)});");
            }

            writer.Line();
            writer.Line("return items;");
        }
    }

    private static void WriteSpan(EmitContext context, SequenceShape shape)
    {
        if (shape.Element.IsBulk)
        {
            context.Writer.Line("writer.Write(span);");
        }
        else
        {
            WriteElements(context, shape, "span.Length", "span");
        }
    }

    private static void WriteElements(EmitContext context, SequenceShape shape, string count, string items)
    {
        context.Writer.Line($"writer.WriteArrayHeader({count});");
        using (context.Writer.Block($"foreach ({shape.Element.Type.Declared} item in {items})"))
        {
            context.Write(shape.Element, "item", "value");
        }
    }
}
