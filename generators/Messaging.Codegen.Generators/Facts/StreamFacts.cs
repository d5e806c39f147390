using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;

namespace Messaging.Codegen.Generators.Facts;

/// <summary>The facts of a stream: <c>stream:ORDERS subject orders.&gt;</c>, and a line for each option that its attribute sets.</summary>
internal static class StreamFacts
{
    public const string Subject = "subject";
    public const string Retention = "retention";
    public const string Storage = "storage";
    public const string MaxAge = "maxAge";
    public const string DuplicateWindow = "duplicateWindow";
    public const string MaxMessages = "maxMessages";
    public const string MaxBytes = "maxBytes";
    public const string Replicas = "replicas";
    public const string Discard = "discard";
    public const string Allow = "allow";
    public const string AtomicBatches = "atomicBatches";
    public const string MessageTtl = "messageTtl";
    public const string Schedules = "schedules";

    public static IEnumerable<FactLine> Of(StreamModel stream)
    {
        var head = FactLine.StreamPrefix + stream.Name;
        foreach (var subject in stream.Subjects)
        {
            yield return new FactLine(head, Subject, subject);
        }

        var options = new (string Kind, string? Value)[]
        {
            (Retention, stream.Retention),
            (Storage, stream.Storage),
            (MaxAge, stream.MaxAge is { } age ? Durations.Text(age) : null),
            (DuplicateWindow, stream.DuplicateWindow is { } window ? Durations.Text(window) : null),
            (MaxMessages, stream.MaxMessages is { } messages ? Identifiers.Literal(messages) : null),
            (MaxBytes, stream.MaxBytes is { } bytes ? Identifiers.Literal(bytes) : null),
            (Replicas, stream.Replicas is { } replicas ? Identifiers.Literal(replicas) : null),
            (Discard, stream.Discard),
            (Allow, Allowed(stream)),
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
            stream.AllowAtomicBatches ? AtomicBatches : null,
            stream.AllowMessageTtl ? MessageTtl : null,
            stream.AllowSchedules ? Schedules : null,
        };
        var text = string.Join(" ", allowed.Where(static name => name is not null));
        return text.Length > 0 ? text : null;
    }
}
