using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// Tells the broker that buffered and running deliveries are alive, so that a short ack wait gives quick failover without doubling long work.
/// </summary>
internal sealed class ProgressSignals(UnsettledDeliveries unsettled, TimeSpan ackWait, TimeProvider time, MessagingLog log)
{
    /// <summary>The share of the ack wait after which a sign is due: two may get lost.</summary>
    private const int SignsPerAckWait = 3;

    public async Task RunAsync(ITransportConsumer consumer, string name, CancellationToken cancellationToken)
    {
        var interval = ackWait / SignsPerAckWait;

        // Looking twice per interval keeps every silence below half of the ack wait.
        using var timer = new PeriodicTimer(interval / 2, time);
        var due = new List<Delivery>();
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                due.Clear();
                var now = time.GetTimestamp();
                unsettled.CollectSilentSince(now - (long)(interval.TotalSeconds / 2 * time.TimestampFrequency), due);
                await SendAsync(consumer, name, due, now, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The consumer stopped.
        }
    }

    private async ValueTask SendAsync(ITransportConsumer consumer, string name, List<Delivery> due, long now, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var delivery in due)
            {
                await consumer.ProgressAsync(delivery.Info, cancellationToken).ConfigureAwait(false);
                delivery.LastSign = now;
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A connection that is lost comes back; the signals must go on then.
            log.ProgressFailed(name, e);
        }
    }
}
