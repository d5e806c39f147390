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

    /// <summary>
    /// How long the stream keeps the message, 1 s or more, rounded up to whole seconds; null means as long as the stream says. It never outlives the
    /// stream's <c>MaxAge</c>. The stream must allow it, <see cref="StreamAttribute.AllowMessageTtl"/>. Who has not received the message by then never will.
    /// </summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The stream that must be the one that stores the message; null means any.</summary>
    public string? ExpectedStream { get; init; }

    /// <summary>
    /// The sequence that the stream must have given last, 0 for an empty one; null means any. Otherwise nothing is stored and the publish ends with
    /// <see cref="PublishExpectationException"/>.
    /// </summary>
    public ulong? ExpectedLastSequence { get; init; }

    /// <summary>
    /// The sequence that the last message on <see cref="ExpectedLastSubject"/> must have, 0 when there must be none; null means any. Optimistic
    /// concurrency for what has a subject of its own, such as an aggregate. Otherwise nothing is stored and the publish ends with
    /// <see cref="PublishExpectationException"/>.
    /// </summary>
    public ulong? ExpectedLastSubjectSequence { get; init; }

    /// <summary>The subject, or a filter over several, that <see cref="ExpectedLastSubjectSequence"/> is about; null means the message's own subject.</summary>
    public string? ExpectedLastSubject { get; init; }

    /// <summary>
    /// The id that the last message of the stream must have; null means any. Otherwise nothing is stored and the publish ends with
    /// <see cref="PublishExpectationException"/>. A replicated NATS stream then refuses the message's own id until its duplicate window ends: publish again
    /// under another id, or expect a sequence instead.
    /// </summary>
    public string? ExpectedLastMessageId { get; init; }
}
