namespace Messaging.Codegen.Chaos.Audit;

/// <summary>A consumer that the ledger has a line for.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Name">Its name.</param>
/// <param name="Idempotency">How it recognises doubles.</param>
/// <param name="Source">The consumer whose handler publishes its messages; null for those of the producers.</param>
internal sealed record AuditedConsumer(string Stream, string Name, Idempotency Idempotency, string? Source = null)
{
    /// <summary>Whether an effect may never happen twice.</summary>
    public bool IsExactlyOnce => Idempotency == Idempotency.Inbox;

    /// <summary>All of them, each after its source.</summary>
    public static IReadOnlyList<AuditedConsumer> All { get; } =
    [
        new("CHAOS", "plain", Idempotency.None),
        new("CHAOS", "memory", Idempotency.Memory),
        new("CHAOS", "marked", Idempotency.KeyValue),
        new("CHAOS", "moody", Idempotency.None),
        new("CHAOS", "cascade", Idempotency.None),
        new("DERIVED", "derived", Idempotency.None, Source: "cascade"),
        new("CHAOS", "inbox", Idempotency.Inbox),
        new("DERIVED", "booked", Idempotency.Inbox, Source: "inbox"),
    ];
}
