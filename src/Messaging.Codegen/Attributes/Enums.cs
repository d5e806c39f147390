namespace Messaging.Codegen;

/// <summary>How a handler recognises a delivery that it has completed before.</summary>
public enum Idempotency
{
    /// <summary>Not at all: the handler may run again after a crash or a lost acknowledgement.</summary>
    None = 0,

    /// <summary>By a memory of this process: covers redeliveries to the same process, not a restart or a second process.</summary>
    Memory = 1,

    /// <summary>
    /// By marks in the broker's key-value store, shared by all processes: a message is claimed, handled, marked. The mark is not atomic with
    /// effects outside the broker: a crash between effect and mark handles the message again. While the store is away the consumer waits.
    /// </summary>
    KeyValue = 2,

    /// <summary>By a row in the database, in the transaction that the handler works in: effects and row are committed together, exactly once.</summary>
    Inbox = 3,
}

/// <summary>Where a new durable consumer begins in its stream. An existing one goes on where it was.</summary>
public enum DeliverFrom
{
    /// <summary>At the first message that the stream still holds.</summary>
    All = 0,

    /// <summary>At the first message after the consumer was made.</summary>
    New = 1,
}

/// <summary>What ends the life of a stored message, besides the stream's limits.</summary>
public enum StreamRetention
{
    /// <summary>Only the limits: consumers come and go and can replay.</summary>
    Limits = 0,

    /// <summary>The first acknowledgement: a queue, each message for one consumer.</summary>
    WorkQueue = 1,

    /// <summary>The acknowledgement of every consumer that exists when it arrives; with none it is dropped at once.</summary>
    Interest = 2,
}

/// <summary>Where a stream keeps its messages.</summary>
public enum StreamStorage
{
    /// <summary>On disk: survives a restart of the server.</summary>
    File = 0,

    /// <summary>In memory: lost with the server.</summary>
    Memory = 1,
}

/// <summary>What a stream does when a new message would pass a limit.</summary>
public enum StreamDiscard
{
    /// <summary>It removes the oldest messages.</summary>
    Old = 0,

    /// <summary>It refuses the new one; the publisher gets a <see cref="PublishException"/>.</summary>
    New = 1,
}
