using System.Collections.Concurrent;

namespace Orders;

/// <summary>The orders that a person should look at. A singleton.</summary>
public sealed class ReviewQueue
{
    private readonly ConcurrentDictionary<Guid, decimal> _orders = new();

    /// <summary>How many orders wait.</summary>
    public int Count => _orders.Count;

    /// <summary>Adds an order; adding it again changes nothing.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="total">Its sum.</param>
    public void Add(Guid orderId, decimal total) => _orders[orderId] = total;
}
