// A wrong subject in a contract of which handlers narrow the subject.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[{|MSG201:Message("orders.placed", Subject = "orders. {Region}")|}]
public sealed partial record OrderPlaced([property: Key(0)] string Region);

public sealed class BillingHandler(IPublisher<OrderPlaced> publisher)
{
    [Handler("billing"), Where(nameof(OrderPlaced.Region), "eu")]
    public async Task HandleAsync(OrderPlaced order) => await publisher.PublishAsync(order);
}
