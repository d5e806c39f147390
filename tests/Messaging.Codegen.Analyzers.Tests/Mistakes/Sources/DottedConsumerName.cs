// A dot in a consumer's name makes the server's answer go to nobody.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public sealed class BillingHandler
{
    [{|MSG401:Handler("shop.billing")|}]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
