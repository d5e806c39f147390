// Two handlers of one contract share a consumer: when one fails, both run again.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public sealed class BillingHandler
{
    [Handler("orders")]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}

public sealed class ShippingHandler
{
    [{|MSG306:Handler("orders")|}]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
