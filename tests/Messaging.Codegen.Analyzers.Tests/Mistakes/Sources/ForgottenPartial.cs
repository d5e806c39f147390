// The contract is not partial, so nothing can be added to it. Its publisher is used all the same.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed record {|MSG002:OrderPlaced|}([property: Key(0)] Guid OrderId);

public sealed class BillingHandler
{
    [Handler("billing")]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
