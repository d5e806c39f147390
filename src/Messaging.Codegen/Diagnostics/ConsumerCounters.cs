using Messaging.Codegen.Consuming;

namespace Messaging.Codegen;

/// <summary>
/// What became of the deliveries of one consumer in this process, since it started. Every message ends as exactly one of
/// <see cref="Handled"/>, <see cref="Ignored"/>, <see cref="Filtered"/>, <see cref="Duplicates"/>, <see cref="DeadLettered"/> and
/// <see cref="Quarantined"/>: sent = handled + retrying + dead-lettered + quarantined (+ ignored + filtered + duplicates).
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="consumer">The durable's name.</param>
public sealed class ConsumerCounters(string stream, string consumer)
{
    private long _received;
    private long _handled;
    private long _ignored;
    private long _filtered;
    private long _duplicates;
    private UnsettledDeliveries[] _fetched = [];
    private int _working;
    private long _replayed;
    private long _retried;
    private long _deadLettered;
    private long _quarantined;

    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The durable's name.</summary>
    public string Consumer { get; } = consumer;

    /// <summary>Deliveries, redeliveries among them.</summary>
    public long Received => Volatile.Read(ref _received);

    /// <summary>Messages whose handlers succeeded.</summary>
    public long Handled => Volatile.Read(ref _handled);

    /// <summary>Messages whose handler failed with an exception that is to be ignored: see <see cref="FailureAction.Ignore"/>.</summary>
    public long Ignored => Volatile.Read(ref _ignored);

    /// <summary>Messages that the handlers' content filters left out.</summary>
    public long Filtered => Volatile.Read(ref _filtered);

    /// <summary>Messages that were recognised as handled before.</summary>
    public long Duplicates => Volatile.Read(ref _duplicates);

    /// <summary>Dead letters that came back to be handled: each is counted as sent once more, and its new outcome too.</summary>
    public long Replayed => Volatile.Read(ref _replayed);

    /// <summary>Deliveries that failed and were asked for again.</summary>
    public long Retried => Volatile.Read(ref _retried);

    /// <summary>Messages that were copied to the dead-letter stream.</summary>
    public long DeadLettered => Volatile.Read(ref _deadLettered);

    /// <summary>Messages that were copied to the quarantine stream.</summary>
    public long Quarantined => Volatile.Read(ref _quarantined);

    /// <summary>Deliveries that are here now and not settled: waiting for a worker, or in work.</summary>
    public int Unsettled => Volatile.Read(ref _fetched).Sum(static deliveries => deliveries.Total);

    /// <summary>Those of <see cref="Unsettled"/> that the handlers work on.</summary>
    public int Working => Volatile.Read(ref _working);

    /// <summary>Includes what a runner has fetched.</summary>
    internal void Track(UnsettledDeliveries fetched) => _fetched = [.. _fetched, fetched];

    internal void BeginWork() => Interlocked.Increment(ref _working);

    internal void EndWork() => Interlocked.Decrement(ref _working);

    internal void CountReceived() => Interlocked.Increment(ref _received);

    internal void CountFiltered()
    {
        Interlocked.Increment(ref _filtered);
        MessagingTelemetry.CountSettled(Stream, Consumer, "filtered");
    }

    internal void CountIgnored()
    {
        Interlocked.Increment(ref _ignored);
        MessagingTelemetry.CountSettled(Stream, Consumer, "ignored");
    }

    internal void CountReplayed()
    {
        Interlocked.Increment(ref _replayed);
        MessagingTelemetry.CountReplayed(Stream, Consumer);
    }

    internal void CountRetried()
    {
        Interlocked.Increment(ref _retried);
        MessagingTelemetry.CountSettled(Stream, Consumer, "retried");
    }

    internal void Count(ConsumeOutcome outcome)
    {
        switch (outcome)
        {
            case ConsumeOutcome.Filtered:
                CountFiltered();
                break;
            case ConsumeOutcome.Duplicate:
                Interlocked.Increment(ref _duplicates);
                MessagingTelemetry.CountSettled(Stream, Consumer, "duplicate");
                break;
            default:
                Interlocked.Increment(ref _handled);
                MessagingTelemetry.CountSettled(Stream, Consumer, "handled");
                break;
        }
    }

    internal void Count(GiveUpKind kind)
    {
        Interlocked.Increment(ref kind == GiveUpKind.Quarantine ? ref _quarantined : ref _deadLettered);
        MessagingTelemetry.CountSettled(Stream, Consumer, kind == GiveUpKind.Quarantine ? "quarantined" : "dead-lettered");
    }
}
