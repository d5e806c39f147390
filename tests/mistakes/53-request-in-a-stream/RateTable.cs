using Messaging.Codegen;

namespace Shipping.Rates;

public sealed class RateTable
{
    [Handler("rates")]
    public Task<Rate> HandleAsync(GetRate request, CancellationToken cancellationToken) => Task.FromResult(new Rate(request.Grams > 2000 ? 9.90m : 4.90m));
}
