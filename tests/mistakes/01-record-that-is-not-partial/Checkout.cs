using Messaging.Codegen;

namespace Shop.Orders;

public sealed class Checkout(IPublisher<OrderPlaced> publisher)
{
    public async Task OrderAsync(string customer, decimal total, CancellationToken cancellationToken) =>
        await publisher.PublishAsync(new OrderPlaced { OrderId = Guid.CreateVersion7(), Customer = customer, Total = total }, cancellationToken);
}
