// One mistake in a contract that publishers, handlers and clients use everywhere: one diagnostic, not one at each use.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public required Guid OrderId { get; init; }
    public required string {|MSG101:Region|} { get; init; }
}

[Message("orders.billed")]
public sealed partial record OrderBilled([property: Key(0)] Guid OrderId);

public sealed class Checkout(IPublisher<OrderPlaced> publisher)
{
    public async Task PlaceAsync(OrderPlaced order) => await publisher.PublishAsync(order);
}

public sealed class BillingHandler
{
    [Handler("billing")]
    public async Task<OrderBilled> HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
    {
        await context.PublishAsync(order with { Region = "eu" }, cancellationToken);
        return new OrderBilled(order.OrderId);
    }
}

public static class Store
{
    public static byte[] Save(OrderPlaced order) => MessageSerializer.SerializeToArray(order);
}
