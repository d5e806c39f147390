// The reply of a request is not partial: the request and its handler stay as they are.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("quotes.get")]
public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

[Message("quotes.quote")]
public sealed record {|MSG002:Quote|}([property: Key(0)] decimal Price);

public sealed class QuoteHandler
{
    [Handler("quotes")]
    public Task<Quote> HandleAsync(GetQuote request) => Task.FromResult(new Quote(1m));
}
