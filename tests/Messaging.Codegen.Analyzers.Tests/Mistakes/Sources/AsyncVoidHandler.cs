// Nobody could await this handler, and its exception would end the process.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public sealed class BillingHandler
{
    [Handler("billing")]
    public async void {|MSG301:HandleAsync|}(OrderPlaced order) => await Task.Delay(10);
}
