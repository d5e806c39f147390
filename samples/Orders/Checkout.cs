using System.Collections.Concurrent;
using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Publishes orders.</summary>
/// <param name="publisher">The publisher that the generator wrote for the contract.</param>
public sealed class Checkout(IPublisher<OrderPlaced> publisher)
{
    private const int PublishesInFlight = 32;

    /// <summary>Publishes orders; returns when the stream holds every one of them.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The orders that the stream has acknowledged, and how many of them it held already.</returns>
    /// <exception cref="PublishException">An order could not be stored.</exception>
    public async Task<(IReadOnlySet<Guid> Sent, int Duplicates)> PublishAsync(IEnumerable<OrderPlaced> orders, CancellationToken cancellationToken)
    {
        var receipts = new ConcurrentDictionary<Guid, PublishReceipt>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = PublishesInFlight, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(orders, parallel, async (order, ct) => receipts[order.OrderId] = await publisher.PublishAsync(order, ct));
        return (receipts.Keys.ToHashSet(), receipts.Values.Count(receipt => receipt.Duplicate));
    }
}
