using Microsoft.Extensions.Logging;

namespace Messaging.Codegen.Postgres;

/// <summary>Everything that this package logs, in one place.</summary>
internal sealed partial class PostgresLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Error, "The outbox cannot be relayed at the moment; the relay tries again in {Delay}.")]
    public partial void RelayFailed(TimeSpan delay, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "The outbox is relayed again.")]
    public partial void RelayRecovered();

    [LoggerMessage(3, LogLevel.Warning, "Outbox message {Id} on {Subject} was not published at try {Attempt}; what has its ordering key waits {Delay}: {Reason}")]
    public partial void PublishRetried(long id, string subject, int attempt, TimeSpan delay, string reason);

    [LoggerMessage(4, LogLevel.Error, "Outbox message {Id} on {Subject} was refused for good and is kept as failed: {Reason}")]
    public partial void PublishRefused(long id, string subject, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The outbox cannot listen for commits at the moment; it polls.")]
    public partial void ListenFailed(Exception exception);

    [LoggerMessage(6, LogLevel.Error, "The inbox's partitions could not be looked after; the next try is in {Delay}.")]
    public partial void CleanFailed(TimeSpan delay, Exception exception);

    [LoggerMessage(7, LogLevel.Information, "The inbox forgot what was handled on {Day}.")]
    public partial void PartitionDropped(DateOnly day);
}
