namespace Messaging.Codegen;

/// <summary>What one publish does otherwise than the contract says.</summary>
public sealed class PublishOptions
{
    /// <summary>
    /// The message id that the stream drops copies by. Null means <c>name/vN:key</c> from the idempotency key, or a new UUIDv7.
    /// It is prefixed with nothing: make it unique across the contracts of the stream.
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>The conversation; null means that of the message being handled, or the message's own id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The id of the message that caused this one; null means the message being handled.</summary>
    public string? CausationId { get; init; }

    /// <summary>Additional headers. Names beginning with <c>Nats-</c> belong to the broker and are refused.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
