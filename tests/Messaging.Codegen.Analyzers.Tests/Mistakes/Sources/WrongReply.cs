// The request declares another reply than its handler gives.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("quotes.get")]
public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

[Message("quotes.quote")]
public sealed partial record Quote([property: Key(0)] decimal Price);

[Message("quotes.refused")]
public sealed partial record QuoteRefused([property: Key(0)] string Reason);

public sealed class QuoteHandler
{
    [Handler("quotes")]
    public Task<QuoteRefused> {|MSG312:HandleAsync|}(GetQuote request) => Task.FromResult(new QuoteRefused("sold out"));
}
