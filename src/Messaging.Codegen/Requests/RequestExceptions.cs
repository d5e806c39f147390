namespace Messaging.Codegen;

/// <summary>Nobody answers the subject of a request.</summary>
/// <param name="subject">The subject that has no responder.</param>
public sealed class NoRespondersException(string subject)
    : Exception($"No responder for '{subject}': start a service with a [Handler] for this request, and check that both use the same account.")
{
    /// <summary>The subject that has no responder.</summary>
    public string Subject { get; } = subject;
}

/// <summary>A request's deadline passed before its reply arrived. The handler may still have run.</summary>
/// <param name="subject">The subject of the request.</param>
/// <param name="timeout">The deadline that passed.</param>
public sealed class RequestTimeoutException(string subject, TimeSpan timeout)
    : TimeoutException($"No reply to '{subject}' within {timeout.TotalSeconds:0.###} s; the handler may still run it.")
{
    /// <summary>The subject of the request.</summary>
    public string Subject { get; } = subject;

    /// <summary>The deadline that passed.</summary>
    public TimeSpan Timeout { get; } = timeout;
}

/// <summary>The handler of a request failed, or could not read it.</summary>
/// <param name="subject">The subject of the request.</param>
/// <param name="reason">What the responder reported.</param>
public sealed class RequestFailedException(string subject, string reason)
    : Exception($"The responder of '{subject}' failed: {reason}")
{
    /// <summary>The subject of the request.</summary>
    public string Subject { get; } = subject;

    /// <summary>What the responder reported: exception type and message.</summary>
    public string Reason { get; } = reason;
}
