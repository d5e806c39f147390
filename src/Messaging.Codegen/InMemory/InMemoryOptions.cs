namespace Messaging.Codegen.InMemory;

/// <summary>Settings of an <see cref="InMemoryBroker"/>.</summary>
public sealed class InMemoryOptions
{
    /// <summary>NATS's default for <c>max_payload</c>: 1 MiB.</summary>
    public const int DefaultMaxPayload = 1024 * 1024;

    /// <summary>What measures ack waits, delays, ages, windows and deadlines; the default is the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many bytes a message may have, headers included; the default is <see cref="DefaultMaxPayload"/>.</summary>
    public int MaxPayload { get; init; } = DefaultMaxPayload;
}
