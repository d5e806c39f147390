namespace Messaging.Codegen;

/// <summary>A durable consumer of one stream, composed of the handlers that share its name.</summary>
/// <param name="stream">The stream that it reads.</param>
/// <param name="name">The durable's name.</param>
/// <param name="filters">The subjects that it takes from the stream; none overlaps another. Empty means all.</param>
public sealed class ConsumerDefinition(string stream, string name, IReadOnlyList<string> filters)
{
    /// <summary>The stream that it reads.</summary>
    public string Stream { get; } = stream;

    /// <summary>The durable's name.</summary>
    public string Name { get; } = name;

    /// <summary>The subjects that it takes from the stream; empty means all.</summary>
    public IReadOnlyList<string> Filters { get; } = filters;

    /// <summary>How many deliveries a message gets before the client dead-letters it; the server itself never gives up.</summary>
    public int MaxDeliver { get; init; } = 5;

    /// <summary>The delays before the second, third, … delivery; the last one repeats. Not empty.</summary>
    public IReadOnlyList<TimeSpan> Backoff { get; init; } = DefaultBackoff;

    /// <summary>How many messages one process works on at a time.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>How many messages one process fetches ahead.</summary>
    public int Prefetch { get; init; } = 256;

    /// <summary>How long the server waits for a sign of life before it delivers a message again.</summary>
    public TimeSpan AckWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most messages that a handler of batches gets at once; null when the handlers take one message at a time.</summary>
    public int? BatchSize { get; init; }

    /// <summary>How long the first message of a batch waits for others.</summary>
    public TimeSpan BatchWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many messages one process begins within a period; null means no limit.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Where a new consumer begins.</summary>
    public DeliverFrom DeliverFrom { get; init; }

    /// <summary>1 s, 5 s, 30 s, 2 min: quick for a glitch, patient for an outage.</summary>
    public static IReadOnlyList<TimeSpan> DefaultBackoff { get; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    /// <inheritdoc/>
    public override string ToString() => $"{Stream}/{Name}";
}
