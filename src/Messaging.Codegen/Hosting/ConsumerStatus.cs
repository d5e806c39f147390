using Messaging.Codegen.Transports;

namespace Messaging.Codegen;

/// <summary>How a consumer is doing.</summary>
/// <param name="stream">The stream.</param>
/// <param name="consumer">The durable's name.</param>
public sealed class ConsumerStatus(string stream, string consumer)
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The durable's name.</summary>
    public string Consumer { get; } = consumer;

    /// <summary>True while the broker answers this process.</summary>
    public required bool IsHealthy { get; init; }

    /// <summary>True while this process begins nothing.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>When this process goes on by itself, UTC; null when it is not paused, or until it is resumed.</summary>
    public required DateTimeOffset? PausedUntil { get; init; }

    /// <summary>How many messages wait in this process.</summary>
    public required int Waiting { get; init; }

    /// <summary>How many messages are worked on in this process.</summary>
    public required int Working { get; init; }

    /// <summary>What the broker says of the consumer, over all processes; among it until when it delivers nothing to any of them.</summary>
    public required ConsumerState Broker { get; init; }
}
