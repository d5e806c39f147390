namespace Messaging.Codegen.Consuming;

/// <summary>Finds out what an exception means: the handler's own attributes first, then the service's options.</summary>
internal sealed class FailureClassifier(MessagingOptions options, MessagingLog log)
{
    /// <summary>Classifies what a handler threw.</summary>
    /// <param name="handler">The handler that failed, or null when that is not known.</param>
    /// <param name="context">The delivery.</param>
    /// <param name="exception">The exception.</param>
    public FailureResponse Classify(HandlerOptions? handler, MessageContext context, Exception exception) => exception switch
    {
        DeadLetterException or { InnerException: DeadLetterException } => FailureResponse.DeadLetter,
        RetryException retry => FailureResponse.RetryAfter(retry.Delay),
        _ => handler?.OnException?.Invoke(exception) ?? AskOptions(context, exception) ?? FailureResponse.Retry,
    };

    private FailureResponse? AskOptions(MessageContext context, Exception exception)
    {
        try
        {
            return options.ClassifyException?.Invoke(exception, context);
        }
        catch (Exception e)
        {
            // The message must not depend on it: it is treated as if nothing had been said.
            log.ClassifierFailed(context.Consumer, e);
            return null;
        }
    }
}
