using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints the statements that publish what a handler has returned.</summary>
internal static class PublishEmitter
{
    /// <summary>Publishes <paramref name="value"/> unless it is null.</summary>
    /// <param name="writer">The file, inside of an asynchronous stub.</param>
    /// <param name="value">An expression without effects.</param>
    /// <param name="suffix">Tells the locals of one part of a tuple from those of another.</param>
    /// <param name="shape">What the value is.</param>
    public static void Print(CodeWriter writer, string value, string suffix, ReturnShape shape)
    {
        if (!shape.CanBeNull)
        {
            PrintPresent(writer, value, suffix, shape);
            return;
        }

        // A nullable struct has to be unwrapped, a reference has not.
        var present = shape.IsValueType ? "published" + suffix : value;
        using (writer.Block(shape.IsValueType ? $"if ({value} is {{ }} {present})" : $"if ({value} is not null)"))
        {
            PrintPresent(writer, present, suffix, shape);
        }
    }

    private static void PrintPresent(CodeWriter writer, string value, string suffix, ReturnShape shape)
    {
        switch (shape.Kind)
        {
            case ReturnKind.Sequence:
                PrintLoop(writer, "foreach", Enumerable(value, shape), suffix, shape);
                break;

            case ReturnKind.AsyncSequence:
                const string WithCancellation = "global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.WithCancellation";
                PrintLoop(writer, "await foreach", $"{WithCancellation}({value}, cancellationToken).ConfigureAwait(false)", suffix, shape);
                break;

            case ReturnKind.Tuple:
                for (var i = 0; i < shape.Elements.Count; i++)
                {
                    if (i > 0)
                    {
                        writer.Line();
                    }

                    var part = Identifiers.Literal(i + 1);
                    Print(writer, $"{value}.Item{part}", suffix + part, shape.Elements[i]);
                }

                break;

            default:
                writer.Line($"await context.PublishAsync<{shape.Type}>({value}, cancellationToken).ConfigureAwait(false);");
                break;
        }
    }

    private static void PrintLoop(CodeWriter writer, string keyword, string sequence, string suffix, ReturnShape shape)
    {
        using (writer.Block($"{keyword} (var item{suffix} in {sequence})"))
        {
            Print(writer, "item" + suffix, suffix, shape.Elements[0]);
        }
    }

    private static string Enumerable(string value, ReturnShape shape)
    {
        var element = shape.Elements[0].CanBeNull ? shape.Type + "?" : shape.Type;
        return shape.IsEnumeratedByInterface ? $"(global::System.Collections.Generic.IEnumerable<{element}>){value}" : value;
    }
}
