namespace Messaging.Codegen;

/// <summary>
/// Says what an exception of a handler means. On a method it is for that handler, on a class for all of its handlers. Of several that fit an exception
/// the one with the most derived type counts; for the same type, the one on the method. What none fits is asked of
/// <see cref="MessagingOptions.ClassifyException"/>, and retried when that says nothing either. <see cref="DeadLetterException"/> and
/// <see cref="RetryException"/> speak for themselves.
/// </summary>
/// <param name="exception">The exception's type; exceptions derived from it are meant too.</param>
/// <param name="action">What becomes of the message.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OnExceptionAttribute(Type exception, FailureAction action) : Attribute
{
    /// <summary>The exception's type.</summary>
    public Type Exception { get; } = exception;

    /// <summary>What becomes of the message.</summary>
    public FailureAction Action { get; } = action;

    /// <summary>
    /// With <see cref="FailureAction.Retry"/>, the delays before the second, third, … delivery, written as those of
    /// <see cref="HandlerAttribute.Backoff"/>; null means the handler's.
    /// </summary>
    public string[]? Backoff { get; set; }
}
