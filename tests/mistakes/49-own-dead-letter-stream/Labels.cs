using Messaging.Codegen;

namespace Shop.Fulfilment;

public sealed class Labels
{
    [Handler("labels")]
    public Task HandleAsync(OrderPacked order, CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"print {order.Parcels} labels".AsMemory(), cancellationToken);
}
