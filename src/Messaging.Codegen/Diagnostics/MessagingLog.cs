using Messaging.Codegen.Consuming;
using Microsoft.Extensions.Logging;

namespace Messaging.Codegen;

/// <summary>Everything that the library logs, in one place; written by the compiler, allocated only when somebody listens.</summary>
internal sealed partial class MessagingLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Information, "Messaging over {System} started: {Streams} streams, {Consumers} consumers.")]
    public partial void Started(string system, int streams, int consumers);

    [LoggerMessage(2, LogLevel.Warning, "{Consumer}: {Subject} (sequence {Sequence}) failed at delivery {Delivery} of {MaxDeliver}; the next comes in {Delay}.")]
    public partial void HandlerFailed(string consumer, string subject, ulong sequence, int delivery, int maxDeliver, TimeSpan delay, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "{Consumer}: {Subject} (sequence {Sequence}) was given up and copied ({Kind}): {Reason}")]
    public partial void GaveUp(string consumer, string subject, ulong sequence, GiveUpKind kind, string reason, Exception? exception);

    [LoggerMessage(4, LogLevel.Error, "{Consumer}: the copy of sequence {Sequence} could not be stored; the message is kept and tried again in {Delay}.")]
    public partial void CopyFailed(string consumer, ulong sequence, TimeSpan delay, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "{Consumer}: sequence {Sequence} could not be settled; the broker will deliver it again.")]
    public partial void SettlementFailed(string consumer, ulong sequence, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "{Consumer}: sequence {Sequence} arrived with no room left; the broker will deliver it again.")]
    public partial void DeliveryRefused(string consumer, ulong sequence);

    [LoggerMessage(7, LogLevel.Warning, "{Consumer}: a progress signal could not be sent; it is tried again. Work may be doubled meanwhile.")]
    public partial void ProgressFailed(string consumer, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "{Consumer}: the services of sequence {Sequence} could not be disposed.")]
    public partial void ScopeDisposalFailed(string consumer, ulong sequence, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "{Consumer}: fetching could not be stopped in order; what still arrives is given back.")]
    public partial void StopFailed(string consumer, Exception exception);

    [LoggerMessage(20, LogLevel.Warning, "{Consumer}: {Subject} (sequence {Sequence}) is done with though it failed: its exception is to be ignored.")]
    public partial void Ignored(string consumer, string subject, ulong sequence, Exception exception);

    [LoggerMessage(21, LogLevel.Error, "{Consumer}: MessagingOptions.ClassifyException failed; the message is tried again as if it had said nothing.")]
    public partial void ClassifierFailed(string consumer, Exception exception);

    [LoggerMessage(17, LogLevel.Error, "{Consumer}: {Count} handlers did not end though they were cancelled; their messages come again after the ack wait.")]
    public partial void HandlersLeft(string consumer, int count);

    [LoggerMessage(12, LogLevel.Information, "{Consumer} is paused in this process (null: until it is resumed): {Duration}.")]
    public partial void Paused(string consumer, TimeSpan? duration);

    [LoggerMessage(13, LogLevel.Information, "{Consumer} goes on in this process.")]
    public partial void Resumed(string consumer);

    [LoggerMessage(14, LogLevel.Warning, "{Consumer}: a batch of {Count} messages failed; each of them is tried alone.")]
    public partial void BatchFailed(string consumer, int count, Exception exception);

    [LoggerMessage(15, LogLevel.Error, "{Consumer}: sequence {Sequence} cannot be tried alone, since that cannot be noted; it comes again in {Delay}.")]
    public partial void TrialFailed(string consumer, ulong sequence, TimeSpan delay, Exception exception);

    [LoggerMessage(16, LogLevel.Warning, "{Consumer}: the notes about trials of sequence {Sequence} could not be removed from the quarantine stream.")]
    public partial void TrialsKept(string consumer, ulong sequence, Exception exception);

    [LoggerMessage(22, LogLevel.Error, "{Consumer}: {Letter}, which is to be replayed, could not be read; it is tried again in {Delay}.")]
    public partial void ReplayUnreadable(string consumer, DeadLetterId letter, TimeSpan delay, Exception exception);

    [LoggerMessage(23, LogLevel.Error, "{Stream}/{Consumer}: sequence {Sequence} was given up by the broker and could not be copied yet; it is tried again.")]
    public partial void CaptureFailed(string? stream, string? consumer, ulong sequence, Exception exception);

    [LoggerMessage(9, LogLevel.Error, "{Handler} failed to answer a request on {Subject}.")]
    public partial void RequestFailed(string handler, string subject, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "{Consumer}: the store of Idempotency.{Kind} cannot be reached; sequence {Sequence} waits until it can.")]
    public partial void StoreUnavailable(string consumer, Idempotency kind, ulong sequence, Exception exception);
}
