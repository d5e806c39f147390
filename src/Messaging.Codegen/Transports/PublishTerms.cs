namespace Messaging.Codegen.Transports;

/// <summary>What a publish asks of its stream beyond storing the message. Most ask nothing.</summary>
public sealed record PublishTerms
{
    /// <summary>How long the message is kept, whole seconds, 1 or more; null means as long as the stream says.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The stream that must be the one that stores it; null means any.</summary>
    public string? ExpectedStream { get; init; }

    /// <summary>The sequence that must be the last one of the stream, 0 for none yet; null means any.</summary>
    public ulong? ExpectedLastSequence { get; init; }

    /// <summary>The sequence that must be that of the last message on the subject, 0 for none; null means any.</summary>
    public ulong? ExpectedLastSubjectSequence { get; init; }

    /// <summary>The subject or filter that <see cref="ExpectedLastSubjectSequence"/> is about; null means the message's own subject.</summary>
    public string? ExpectedLastSubject { get; init; }

    /// <summary>
    /// When the message is to be delivered; null means now. Then <see cref="ExpectedStream"/> says which stream keeps it until then, and
    /// <see cref="TimeToLive"/> begins with the delivery.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The id that the last message of the stream must have; null means any.</summary>
    public string? ExpectedLastMessageId { get; init; }
}
