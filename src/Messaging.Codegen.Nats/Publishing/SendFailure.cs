using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Publishing;

/// <summary>What it means that the client could not send a message.</summary>
internal static class SendFailure
{
    public static Exception ToException(string subject, Exception exception) => exception switch
    {
        NatsPayloadTooLargeException => new PublishException(PublishFailure.TooLarge, subject, exception.Message, exception),
        NatsTimeoutException or NatsConnectionFailedException or OperationCanceledException =>
            new PublishException(PublishFailure.Timeout, subject, $"It could not be sent: {exception.Message}", exception),
        NatsException => new PublishException(PublishFailure.Refused, subject, exception.Message, exception),
        _ => exception,
    };
}
