using Messaging.Codegen.Transports;
using Orders.Contracts;

namespace Orders;

/// <summary>
/// Asks the broker, not this process, what became of every order: what is in the streams, and how far the consumers are.
/// </summary>
/// <param name="transport">The broker.</param>
/// <param name="history">What it holds.</param>
public sealed class Auditor(ITransport transport, OrderHistory history)
{
    /// <summary>Draws up the ledger.</summary>
    /// <param name="sent">The orders that were accepted for publishing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OrderLedger> AuditAsync(IReadOnlySet<Guid> sent, CancellationToken cancellationToken)
    {
        // Before the streams: what a consumer finishes in between then appears as finished, never as lost.
        var billing = await transport.GetConsumerStateAsync(OrderHistory.Stream, "billing", cancellationToken);
        var shipping = await transport.GetConsumerStateAsync(OrderHistory.Stream, "shipping", cancellationToken);
        var rejections = await transport.GetConsumerStateAsync(OrderHistory.Stream, "rejections", cancellationToken);

        var events = new Dictionary<Guid, List<OrderEvent>>();
        await foreach (var orderEvent in history.ReadAsync(cancellationToken))
        {
            if (sent.Contains(orderEvent.OrderId))
            {
                (events.TryGetValue(orderEvent.OrderId, out var list) ? list : events[orderEvent.OrderId] = []).Add(orderEvent);
            }
        }

        var deadLetters = await history.ReadDeadLettersAsync(cancellationToken);
        var quarantine = await history.ReadQuarantineAsync(cancellationToken);

        int handled = 0, deadLettered = 0, quarantined = 0, unsettled = 0;
        foreach (var (orderId, list) in events)
        {
            var last = list.MaxBy(orderEvent => orderEvent.State);
            if (last.State is OrderState.Shipped or OrderState.Rejected)
            {
                handled++;
            }
            else if (deadLetters.ContainsKey(orderId))
            {
                deadLettered++;
            }
            else if (list.Exists(orderEvent => quarantine.Contains(orderEvent.Sequence)))
            {
                quarantined++;
            }
            else if (last.Sequence > ConsumerOf(last.State).AckFloor)
            {
                unsettled++;
            }
        }

        // Behind its consumer's floor a message is settled. Before it, it may be: the consumers say how many are not.
        var outstanding = Outstanding(billing) + Outstanding(shipping) + Outstanding(rejections);
        var retrying = (int)Math.Min((ulong)unsettled, outstanding);
        return new OrderLedger(
            sent.Count, handled, retrying, deadLettered, quarantined, sent.Count - handled - retrying - deadLettered - quarantined);

        ConsumerState ConsumerOf(OrderState state) => state switch
        {
            OrderState.Paid => shipping,
            OrderState.Declined => rejections,
            _ => billing,
        };
    }

    private static ulong Outstanding(ConsumerState consumer) => consumer.Pending + consumer.AckPending;
}
