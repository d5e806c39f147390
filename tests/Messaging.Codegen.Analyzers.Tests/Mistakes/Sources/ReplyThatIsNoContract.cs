// A reply is a contract of its own.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("prices.get")]
public sealed partial record {|MSG013:GetPrice|}([property: Key(0)] string Sku) : IRequest<decimal>;

public sealed class PriceHandler
{
    [Handler("prices")]
    public Task<decimal> HandleAsync(GetPrice request) => Task.FromResult(1m);
}
