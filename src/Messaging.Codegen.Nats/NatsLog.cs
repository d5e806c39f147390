using Microsoft.Extensions.Logging;

namespace Messaging.Codegen.Nats;

/// <summary>Everything that the transport logs; written by the compiler.</summary>
internal sealed partial class NatsLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Information, "{Reason}; trying again.")]
    public partial void NotReachedYet(string reason);

    [LoggerMessage(2, LogLevel.Error, "The server forbids this client to {Action} '{Subject}'.")]
    public partial void Forbidden(string action, string subject);

    [LoggerMessage(3, LogLevel.Error, "The server reports: {Error}")]
    public partial void ServerError(string error);

    [LoggerMessage(4, LogLevel.Error, "A handler of a connection event failed.")]
    public partial void EventHandlerFailed(Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "The last acknowledgements may not have reached the server; their messages come again.")]
    public partial void FlushFailed(Exception exception);

    [LoggerMessage(6, LogLevel.Error, "An acknowledgement could not be read.")]
    public partial void AckUnreadable(Exception exception);

    [LoggerMessage(7, LogLevel.Error, "{Consumer}: a message could not be taken; it comes again in {Delay}.")]
    public partial void DeliveryFailed(string consumer, TimeSpan delay, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "{Consumer}: the server sent more than was asked for; sequence {Sequence} comes again in {Delay}.")]
    public partial void DeliveryRefused(string consumer, ulong sequence, TimeSpan delay);

    [LoggerMessage(9, LogLevel.Warning, "{Consumer}: no sign of life for {Silence}; asking again.")]
    public partial void HeartbeatMissed(string consumer, TimeSpan silence);

    [LoggerMessage(10, LogLevel.Warning, "{Consumer}: the server answered a pull with {Code} {Description}; asking again.")]
    public partial void PullRefused(string consumer, int code, string description);

    [LoggerMessage(11, LogLevel.Error, "{Consumer}: a pull could not be sent.")]
    public partial void PullFailed(string consumer, Exception exception);

    [LoggerMessage(12, LogLevel.Warning, "{Consumer}: nobody answers its pulls ({Reason}); looking for it.")]
    public partial void ConsumerMissing(string consumer, string reason);

    [LoggerMessage(13, LogLevel.Warning, "{Consumer}: it was gone and was made again; deliveries go on at sequence {Sequence}.")]
    public partial void ConsumerRecreated(string consumer, ulong sequence);

    [LoggerMessage(14, LogLevel.Information, "{Consumer}: answers again.")]
    public partial void ConsumerFound(string consumer);

    [LoggerMessage(15, LogLevel.Error, "{Consumer}: could not be found or made; trying again in {Delay}.")]
    public partial void RecoveryFailed(string consumer, TimeSpan delay, Exception exception);

    [LoggerMessage(16, LogLevel.Warning, "{Consumer}: {Count} acknowledgements could not be sent; their messages come again.")]
    public partial void SettlementsLost(string consumer, int count, Exception? exception);

    [LoggerMessage(17, LogLevel.Warning, "A request on '{Subject}' has no reply subject; it was not handled.")]
    public partial void RequestWithoutReply(string subject);

    [LoggerMessage(18, LogLevel.Error, "The reply to a request on '{Subject}' could not be sent.")]
    public partial void ReplyFailed(string subject, Exception exception);

    [LoggerMessage(19, LogLevel.Warning, "{Consumer}: its progress could not be read.")]
    public partial void RefreshFailed(string consumer, Exception exception);

    [LoggerMessage(20, LogLevel.Warning, "{Key}: {Owner} has not renewed its claim for {Lease}; taking the message over.")]
    public partial void LeaseOver(string key, string owner, TimeSpan lease);

    [LoggerMessage(21, LogLevel.Error, "{Key}: {Owner} took the message over while it was being handled here: it may be handled twice.")]
    public partial void LeaseLost(string key, string owner);

    [LoggerMessage(22, LogLevel.Warning, "{Key}: the claim could not be given back; the next delivery waits for its lease to end.")]
    public partial void ReleaseFailed(string key, Exception exception);

    [LoggerMessage(23, LogLevel.Warning, "{Key}: that the message was handled could not be stored yet; trying until it is.")]
    public partial void CompletionDelayed(string key, Exception exception);
}
