using Messaging.Codegen;
using Orders.Contracts;

namespace Orders;

/// <summary>Answers <see cref="GetOrderStatus"/>. A real service would ask a table that it keeps; this one reads the stream.</summary>
/// <param name="history">The events of orders.</param>
public sealed class OrderStatusHandler(OrderHistory history)
{
    /// <summary>The handler of a request returns the reply.</summary>
    [Handler("order-status")]
    public async Task<OrderStatus> HandleAsync(GetOrderStatus request, CancellationToken cancellationToken)
    {
        var state = OrderState.Unknown;
        await foreach (var (_, orderId, reached) in history.ReadAsync(cancellationToken))
        {
            if (orderId == request.OrderId && reached > state)
            {
                state = reached;
            }
        }

        return new OrderStatus { OrderId = request.OrderId, State = state };
    }
}
