// A duration that nobody can parse.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public sealed class BillingHandler
{
    [Handler("billing", {|MSG407:Backoff = ["1s", "5 sec"]|})]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
