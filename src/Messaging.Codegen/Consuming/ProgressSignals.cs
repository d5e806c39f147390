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
                foreach (var delivery in due)
                {
                    delivery.LastSign = now;
                    await consumer.ProgressAsync(delivery.Info, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The consumer stopped.
        }
        catch (Exception e)
        {
            log.ProgressStopped(name, e);
        }
    }
}
