namespace Messaging.Codegen;

/// <summary>Why a message was not stored.</summary>
public enum PublishFailure
{
    /// <summary>No stream stores the subject, or the broker has no leader for it.</summary>
    NoStream = 0,

    /// <summary>The stream refused the message.</summary>
    Refused = 1,

    /// <summary>No acknowledgement arrived in time; the message may be stored or not. A retry must keep its message id.</summary>
    Timeout = 2,

    /// <summary>The broker forbids this client to publish on the subject.</summary>
    Forbidden = 3,

    /// <summary>The message is larger than the broker takes.</summary>
    TooLarge = 4,

    /// <summary>The stream is not in the state that the publish expected, see <see cref="PublishExpectationException"/>. Nothing was stored.</summary>
    Unexpected = 5,
}

/// <summary>A message was not stored, or it is not known that it was.</summary>
/// <param name="failure">The kind of failure.</param>
/// <param name="subject">The subject of the message.</param>
/// <param name="reason">The broker's words, or the client's.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public class PublishException(PublishFailure failure, string subject, string reason, Exception? innerException = null)
    : Exception($"Publish on '{subject}' failed ({failure}): {reason}", innerException)
{
    /// <summary>The kind of failure.</summary>
    public PublishFailure Failure { get; } = failure;

    /// <summary>The subject of the message.</summary>
    public string Subject { get; } = subject;

    /// <summary>The stream that refused the message; null when none did.</summary>
    public string? Stream { get; init; }

    /// <summary>The broker's error code, for example 10077 of JetStream; 0 when it gave none.</summary>
    public int ErrorCode { get; init; }

    /// <summary>True when the same message, with the same id, may be tried again.</summary>
    public bool IsTransient { get; init; } = failure is PublishFailure.NoStream or PublishFailure.Timeout;
}
