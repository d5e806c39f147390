namespace Messaging.Codegen.InMemory;

/// <summary>Where a message stands with a durable consumer that it was delivered to.</summary>
internal enum PendingState
{
    /// <summary>A process has it; its ack wait runs.</summary>
    InFlight,

    /// <summary>It waits for the delay of a negative acknowledgement.</summary>
    Delayed,

    /// <summary>It waits for a process that has room.</summary>
    Due,

    /// <summary>It is acknowledged, terminated, or gone from the stream.</summary>
    Settled,
}

/// <summary>
/// A message that a durable consumer has delivered and that is not settled; at once the ack token of all its deliveries: as on a
/// JetStream server, a late acknowledgement counts even when the message was delivered again meanwhile.
/// </summary>
/// <param name="owner">The consumer.</param>
/// <param name="entry">The message.</param>
internal sealed class PendingDelivery(DurableConsumer owner, StreamEntry entry)
{
    public DurableConsumer Owner { get; } = owner;

    public StreamEntry Entry { get; } = entry;

    public PendingState State { get; set; } = PendingState.Due;

    /// <summary>How often it was delivered.</summary>
    public int Count { get; set; }

    /// <summary>When it was delivered last or said to be in progress; while delayed, when the delay ends.</summary>
    public TimeSpan Since { get; set; }

    /// <summary>Neighbour in the list of deliveries in flight.</summary>
    public PendingDelivery? Previous { get; set; }

    /// <summary>Neighbour in the list of deliveries in flight.</summary>
    public PendingDelivery? Next { get; set; }
}
