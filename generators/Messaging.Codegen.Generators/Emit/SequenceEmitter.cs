using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints collections that travel as arrays.</summary>
internal static class SequenceEmitter
{
    public static void EmitWrite(EmitContext context, SequenceShape shape)
    {
        using (ShapeEmitter.OpenWrite(context, shape, "items"))
        {
            if (NilCondition(shape.Source) is { } condition)
            {
                ShapeEmitter.WriteNilIf(context, condition);
            }
            else
            {
                ShapeEmitter.WriteNilForNull(context, shape, "items");
            }

            switch (shape.Source)
            {
                case SequenceSource.Array:
                    WriteElements(context, shape, "items.Length", "items");
                    break;
                case SequenceSource.Counted:
                    WriteElements(context, shape, "items.Count", "items");
                    break;
                case SequenceSource.Unordered:
                    WriteElements(context, shape, "items.Count", "items.UnorderedItems");
                    break;
                default:
                    context.Writer.Line($"global::System.ReadOnlySpan<{shape.Element.Type.Declared}> span = {SpanOf(shape)};");
                    WriteSpan(context, shape);
                    break;
            }
        }
    }

    public static void EmitRead(EmitContext context, SequenceShape shape)
    {
        using (ShapeEmitter.OpenRead(context, shape))
        {
            if (shape.Target.Kind is TargetKind.Array or TargetKind.FromArray or TargetKind.Reversed)
            {
                ReadArray(context, shape);
            }
            else
            {
                ReadOneByOne(context, shape);
            }
        }
    }

    /// <summary>When a value type is nil, or null where it never is.</summary>
    private static string? NilCondition(SequenceSource source) => source switch
    {
        SequenceSource.ImmutableArray => "items.IsDefault",
        SequenceSource.Segment => "items.Array is null",
        _ => null,
    };

    private static string SpanOf(SequenceShape shape)
    {
        var element = shape.Element.Type.Declared;
        return shape.Source switch
        {
            SequenceSource.List => "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items)",
            SequenceSource.ImmutableArray => "items.AsSpan()",
            SequenceSource.Segment => "items",
            SequenceSource.Memory => "items.Span",
            SequenceSource.Segments => "global::System.Buffers.BuffersExtensions.ToArray(items)",
            SequenceSource.Copied => "global::System.Linq.Enumerable.ToArray(items)",
            _ => $$"""
                items switch
                {
                    {{shape.Element.Type.ArrayOf}} array => new global::System.ReadOnlySpan<{{element}}>(array),
                    global::System.Collections.Generic.List<{{element}}> list => global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list),
                    _ => global::System.Linq.Enumerable.ToArray(items),
                }
                """,
        };
    }

    private static void ReadArray(EmitContext context, SequenceShape shape)
    {
        var writer = context.Writer;
        var target = shape.Target;
        if (shape.Element.IsBulk && target.Kind != TargetKind.Reversed)
        {
            writer.Line($"return {Made(target, $"reader.Read{shape.Element.Scalar}Array()")};");
            return;
        }

        if (shape.Element.IsBulk)
        {
            writer.Line($"{shape.Element.Type.ArrayOf} items = reader.Read{shape.Element.Scalar}Array();");
        }
        else
        {
            writer.Line($"int count = reader.ReadCollectionHeader({Identifiers.Literal(shape.Element.MinimumBytes)});");
            writer.Line($"{shape.Element.Type.ArrayOf} items = count == 0 ? [] : new {target.Type};");
            ReadInto(context, shape, $"new global::System.Span<{shape.Element.Type.Declared}>(items)");
        }

        if (target.Kind == TargetKind.Reversed)
        {
            writer.Line("global::System.Array.Reverse(items);");
        }

        writer.Line($"return {Made(target, "items")};");
    }

    private static void ReadOneByOne(EmitContext context, SequenceShape shape)
    {
        var writer = context.Writer;
        var target = shape.Target;
        var isGuarded = target.Kind == TargetKind.Set && shape.Element is not { Kind: ValueKind.Scalar, Scalar: ScalarKind.String };
        writer.Line($"int count = reader.ReadCollectionHeader({Identifiers.Literal(shape.Element.MinimumBytes)});");
        writer.Line($"var items = new {target.Type}({(target.Kind == TargetKind.Grown ? "" : "count")});");
        if (target.Kind == TargetKind.List)
        {
            writer.Line("global::System.Runtime.InteropServices.CollectionsMarshal.SetCount(items, count);");
            ReadInto(context, shape, "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items)");
            writer.Line($"return {Made(target, "items")};");
            return;
        }

        if (isGuarded)
        {
            writer.Line("var guard = reader.GuardHashes(count, items.Capacity);");
        }

        using (writer.Block("for (int i = 0; i < count; i++)"))
        {
            if (isGuarded)
            {
                writer.Line($"""
                    int offset = reader.Offset;
                    {shape.Element.Type.Declared} item = {context.ReadElement(shape.Element)};
                    guard.Note(ref reader, offset, item, items.{target.Add}(item));
                    """);
            }
            else
            {
                writer.Line($"items.{target.Add}({context.ReadElement(shape.Element)});");
            }
        }

        writer.Line();
        if (isGuarded)
        {
            writer.Line("guard.Release();");
        }

        writer.Line($"return {Made(target, "items")};");
    }

    /// <summary>Through a span, since storing into an array of objects would check the type of each.</summary>
    private static void ReadInto(EmitContext context, SequenceShape shape, string items)
    {
        var writer = context.Writer;
        writer.Line($"global::System.Span<{shape.Element.Type.Declared}> span = {items};");
        using (writer.Block("for (int i = 0; i < span.Length; i++)"))
        {
            writer.Line($"span[i] = {context.ReadElement(shape.Element)};");
        }

        writer.Line();
    }

    private static string Made(CollectionTarget target, string filled) => target.Make.Length == 0 ? filled : $"{target.Make}({filled})";

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
