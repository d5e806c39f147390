// The message must be the first parameter.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public sealed class BillingHandler
{
    [Handler("billing")]
    public Task HandleAsync(MessageContext {|MSG301:context|}, OrderPlaced order) => Task.CompletedTask;
}
