// The container could use either constructor.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

public sealed class {|MSG304:BillingHandler|}
{
    public BillingHandler(TimeProvider clock) => Clock = clock;

    public BillingHandler() => Clock = TimeProvider.System;

    public TimeProvider Clock { get; }

    [Handler("billing")]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
