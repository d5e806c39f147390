namespace Messaging.Codegen;

/// <summary>Thrown by a handler to give a message up at once: it is copied to the dead-letter stream and not delivered again.</summary>
/// <param name="reason">Why; kept with the copy.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class DeadLetterException(string reason, Exception? innerException = null) : Exception(reason, innerException)
{
    /// <summary>Why the message was given up.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Thrown by a handler to have the message delivered again after a delay of its own choice. Counts as a delivery.</summary>
/// <param name="delay">The delay; zero or more.</param>
/// <param name="reason">Why, for logs and the dead letter.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class RetryException(TimeSpan delay, string? reason = null, Exception? innerException = null)
    : Exception(reason ?? "The handler asked for another delivery.", innerException)
{
    /// <summary>The delay before the next delivery.</summary>
    public TimeSpan Delay { get; } = delay >= TimeSpan.Zero ? delay : throw new ArgumentOutOfRangeException(nameof(delay), delay, "The delay must not be negative.");
}
