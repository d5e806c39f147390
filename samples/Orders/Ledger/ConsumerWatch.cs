using System.Diagnostics;
using Messaging.Codegen;
using Messaging.Codegen.Transports;

namespace Orders;

/// <summary>Tells when the consumers of this process have nothing left to do.</summary>
/// <param name="transport">The broker.</param>
/// <param name="counters">What this process has done.</param>
public sealed class ConsumerWatch(ITransport transport, MessagingCounters counters)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the broker has nothing left for the consumers, or nothing has moved for the length of <paramref name="patience"/>.</summary>
    /// <param name="patience">Longer than an ack wait and the longest backoff.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when nothing is left.</returns>
    public async Task<bool> WaitUntilDoneAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        // One pass is not enough: while the last consumer is being asked, the first may publish for the one that was asked before.
        var passesWithNothingLeft = 0;
        var quietSince = Stopwatch.GetTimestamp();
        var before = (0UL, 0L);
        while (passesWithNothingLeft < 2)
        {
            var now = (await OutstandingAsync(cancellationToken), Received);
            passesWithNothingLeft = now.Item1 == 0 ? passesWithNothingLeft + 1 : 0;
            if (now != before)
            {
                (before, quietSince) = (now, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(quietSince) > patience)
            {
                return false;
            }

            await Task.Delay(Interval, cancellationToken);
        }

        return true;
    }

    /// <summary>Waits until the broker has nothing left for the consumers and no message has arrived for the length of <paramref name="quiet"/>.</summary>
    /// <param name="quiet">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitUntilIdleAsync(TimeSpan quiet, CancellationToken cancellationToken)
    {
        var quietSince = Stopwatch.GetTimestamp();
        var before = Received;
        while (Stopwatch.GetElapsedTime(quietSince) < quiet || await OutstandingAsync(cancellationToken) > 0)
        {
            await Task.Delay(Interval, cancellationToken);
            if (Received != before)
            {
                (before, quietSince) = (Received, Stopwatch.GetTimestamp());
            }
        }
    }

    private long Received => counters.Consumers.Sum(consumer => consumer.Received);

    private async Task<ulong> OutstandingAsync(CancellationToken cancellationToken)
    {
        var outstanding = 0UL;
        foreach (var consumer in counters.Consumers)
        {
            var state = await transport.GetConsumerStateAsync(consumer.Stream, consumer.Consumer, cancellationToken);
            outstanding += state.Pending + state.AckPending;
        }

        return outstanding;
    }
}
