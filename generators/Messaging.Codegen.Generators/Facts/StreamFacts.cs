using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Facts;

/// <summary>The facts of a stream: <c>stream:ORDERS subject orders.&gt;</c>, and a line for each option that its attribute sets.</summary>
internal static class StreamFacts
{
    public const string Subject = "subject";

    public static IEnumerable<FactLine> Of(StreamModel stream)
    {
        var head = FactLine.StreamPrefix + stream.Name;
        foreach (var subject in stream.Subjects)
        {
            yield return new FactLine(head, Subject, subject);
        }

        var options = new (string Kind, string? Value)[]
        {
            ("retention", stream.Retention),
            ("storage", stream.Storage),
            ("maxAge", stream.MaxAge is { } age ? Durations.Text(age) : null),
            ("duplicateWindow", stream.DuplicateWindow is { } window ? Durations.Text(window) : null),
            ("maxMessages", stream.MaxMessages is { } messages ? Identifiers.Literal(messages) : null),
            ("maxBytes", stream.MaxBytes is { } bytes ? Identifiers.Literal(bytes) : null),
            ("replicas", stream.Replicas is { } replicas ? Identifiers.Literal(replicas) : null),
            ("discard", stream.Discard),
            ("allow", Allowed(stream)),
        };
        foreach (var (kind, value) in options)
        {
            if (value is not null)
            {
                yield return new FactLine(head, kind, value);
            }
        }
    }

    /// <summary>What is allowed beyond storing messages: <c>atomicBatches messageTtl schedules</c>.</summary>
    private static string? Allowed(StreamModel stream)
    {
        var allowed = new[]
        {
            stream.AllowAtomicBatches ? "atomicBatches" : null,
            stream.AllowMessageTtl ? "messageTtl" : null,
            stream.AllowSchedules ? "schedules" : null,
        };
        var text = string.Join(" ", allowed.Where(static name => name is not null));
        return text.Length > 0 ? text : null;
    }
}
