using System.Globalization;

namespace Messaging.Codegen.DeadLetters;

/// <summary>
/// How a message gets back to the one consumer that gave it up: a request that names its entry goes into a work queue beside the dead-letter stream, on a
/// subject that only this consumer's processes read. The message itself stays where it is until it has been handled.
/// </summary>
internal static class Replays
{
    /// <summary>How many requests one process has at a time.</summary>
    private const int Prefetch = 1;

    private const string Root = "replay";

    public static string StreamName(string stream) => stream + "_REPLAY";

    /// <summary>The work queue for a source stream, as durable as the source itself.</summary>
    public static StreamDefinition Stream(string stream, StreamDefinition? source) => new(StreamName(stream), [$"{Root}.{stream}.>"])
    {
        Retention = StreamRetention.WorkQueue,
        DuplicateWindow = GiveUpStreams.DuplicateWindow,
        Storage = source?.Storage ?? StreamStorage.File,
        Replicas = source?.Replicas ?? 1,
    };

    /// <summary>The durable that reads a consumer's requests.</summary>
    public static ConsumerDefinition Consumer(ConsumerDefinition consumer) => new(StreamName(consumer.Stream), consumer.Name, [$"{Root}.{consumer.Stream}.{consumer.Name}.>"])
    {
        AckWait = consumer.AckWait,
        Prefetch = Prefetch,
    };

    /// <summary>The consumer as the replayed messages meet it: one at a time, beside the others.</summary>
    public static ConsumerDefinition Runner(ConsumerDefinition consumer) => new(consumer.Stream, consumer.Name, consumer.Filters)
    {
        MaxDeliver = consumer.MaxDeliver,
        Backoff = consumer.Backoff,
        AckWait = consumer.AckWait,
        Prefetch = Prefetch,
    };

    /// <summary>The subject of the request for an entry, and its message id.</summary>
    public static string Subject(DeadLetterId id, string consumer) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}.{id.Stream}.{consumer}.{GiveUpStreams.Prefix(id.Kind)}.{id.Sequence}");

    /// <summary>The entry that a request's subject names; one without a sequence when it is no request.</summary>
    public static DeadLetterId Parse(string subject, string stream)
    {
        var tokens = subject.Split('.');
        var kind = Array.Find(Enum.GetValues<GiveUpKind>(), kind => tokens.Length == 5 && GiveUpStreams.Prefix(kind) == tokens[3]);
        return new DeadLetterId(kind, stream, tokens.Length == 5 && ulong.TryParse(tokens[4], CultureInfo.InvariantCulture, out var sequence) ? sequence : 0);
    }
}
