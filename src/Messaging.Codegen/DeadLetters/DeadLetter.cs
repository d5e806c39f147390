namespace Messaging.Codegen;

/// <summary>A message that a consumer gave up, and why.</summary>
public sealed class DeadLetter
{
    internal DeadLetter()
    {
    }

    /// <summary>Its name.</summary>
    public required DeadLetterId Id { get; init; }

    /// <summary>The consumer that gave it up.</summary>
    public required string Consumer { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The type of the last exception, with its namespace; null when there was none.</summary>
    public string? Exception { get; init; }

    /// <summary>The identity of its contract, <c>orders.placed/v1</c>; null when its subject is no contract's of this service.</summary>
    public string? Contract { get; init; }

    /// <summary>The subject that it was published on.</summary>
    public required string Subject { get; init; }

    /// <summary>Its sequence in the stream that it was in.</summary>
    public required ulong OriginalSequence { get; init; }

    /// <summary>Its message id.</summary>
    public required string MessageId { get; init; }

    /// <summary>How often it had been delivered to the consumer.</summary>
    public required int Deliveries { get; init; }

    /// <summary>When its stream stored it, UTC; when it was given up, if that is not known.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was given up, UTC.</summary>
    public required DateTimeOffset GivenUpAt { get; init; }

    /// <summary>Its own headers, without its message id.</summary>
    public required MessageHeaders Headers { get; init; }

    /// <summary>Its payload, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The sequences of the copies that hold it, when it was too large for one; else empty.</summary>
    internal IReadOnlyList<ulong> Parts { get; init; } = [];
}
