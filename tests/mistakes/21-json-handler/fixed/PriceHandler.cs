using Messaging.Codegen;

namespace Stock.Import;

public sealed class PriceHandler
{
    private readonly Dictionary<string, decimal> _prices = [];

    [Handler("prices")]
    public Task HandleAsync(PriceChanged change, CancellationToken cancellationToken)
    {
        _prices[change.Sku] = change.Price;
        return Task.CompletedTask;
    }
}
