namespace Messaging.Codegen.Conformance;

/// <summary>What a transport may promise beyond what every transport has to.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Streams, consumers and unacknowledged messages survive a restart of the broker, and clients go on by themselves.</summary>
    BrokerRestart = 1,

    /// <summary>A stream drops a message whose id it has seen within its window.</summary>
    Deduplication = 2,

    /// <summary>Streams are limited by messages, bytes and age.</summary>
    Limits = 4,

    /// <summary>Work-queue and interest retention.</summary>
    Retention = 8,

    /// <summary>Stored messages can be read without consuming them.</summary>
    StoredMessages = 16,

    /// <summary>Messages with an age of their own.</summary>
    MessageTtl = 32,

    /// <summary>Publishes that expect their stream to be in a certain state.</summary>
    ExpectedState = 64,

    /// <summary>The broker pauses a consumer for all processes.</summary>
    ConsumerPause = 128,

    /// <summary>Batches that are stored as a whole.</summary>
    AtomicBatches = 256,

    /// <summary>Messages that are delivered later.</summary>
    Schedules = 512,
}

/// <summary>Says that a group of tests runs only against transports that promise a capability. Without it, every transport has to pass.</summary>
/// <param name="capability">The capability.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Capabilities capability) : Attribute
{
    /// <summary>The capability.</summary>
    public Capabilities Capability { get; } = capability;
}
