using System.Text.Json;
using Messaging.Codegen;

namespace Stock.Import;

public sealed class PriceHandler
{
    private readonly Dictionary<string, decimal> _prices = [];

    [Handler("prices")]
    public Task HandleAsync(string json, CancellationToken cancellationToken)
    {
        var change = JsonSerializer.Deserialize<PriceChanged>(json)!;
        _prices[change.Sku] = change.Price;
        return Task.CompletedTask;
    }
}
