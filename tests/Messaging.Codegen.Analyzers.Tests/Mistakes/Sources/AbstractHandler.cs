// An abstract class cannot be constructed.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public abstract class {|MSG304:BillingHandler|}
{
    [Handler("billing")]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
