using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Puts large orders before a person.</summary>
public static class LargeOrderHandler
{
    /// <summary>The total is not in the subject: this process receives all orders and leaves the others out.</summary>
    [Handler("large-orders", Filter = nameof(IsLarge), AckWait = "5s")]
    public static void Handle(OrderPlaced order, ReviewQueue queue) => queue.Add(order.OrderId, order.Total);

    /// <summary>The filter.</summary>
    public static bool IsLarge(OrderPlaced order) => order.Total >= 2_000m;
}
