using Messaging.Codegen;

namespace Shop.Backend;

public sealed class UpdateStatistics
{
    private int _orders;

    [Handler("shop-backend")]
    public void Handle(OrderPlaced order, CancellationToken cancellationToken) => Interlocked.Increment(ref _orders);
}
