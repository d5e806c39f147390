using Messaging.Codegen;

namespace Stores;

public sealed class Replenishment
{
    [Handler("replenishment")]
    public Task HandleAsync(StockCounted counted, CancellationToken cancellationToken) =>
        counted.Pieces > 10 ? Task.CompletedTask : Console.Out.WriteLineAsync($"order {counted.Sku}".AsMemory(), cancellationToken);
}
