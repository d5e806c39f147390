using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>The handler of a request returns its reply.</summary>
public class MSG312Tests
{
    [Fact]
    public Task Reports_nothing() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class QuoteHandler
        {
            [Handler("quotes")]
            public Task {|MSG312:HandleAsync|}(GetQuote request) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_another_contract() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class QuoteHandler
        {
            [Handler("quotes")]
            public Task<GetQuote> {|MSG312:HandleAsync|}(GetQuote request) => Task.FromResult(request);
        }
        """);

    [Fact]
    public Task Reports_a_reply_that_may_be_null() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class QuoteHandler
        {
            [Handler("quotes")]
            public Task<Quote?> {|MSG312:HandleAsync|}(GetQuote request) => Task.FromResult<Quote?>(null);
        }
        """);

    [Fact]
    public Task Accepts_the_reply() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class QuoteHandler
        {
            [Handler("quotes")]
            public async ValueTask<Quote> HandleAsync(GetQuote request, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                return new Quote(1m);
            }
        }
        """);

    [Fact]
    public Task Accepts_a_synchronous_reply() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class QuoteHandler
        {
            [Handler("quotes")]
            public Quote Handle(GetQuote request) => new(1m);
        }
        """);
}
