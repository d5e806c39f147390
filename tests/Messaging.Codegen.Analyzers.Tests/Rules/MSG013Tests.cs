using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A request asks for one contract.</summary>
public class MSG013Tests
{
    [Fact]
    public Task Reports_a_reply_that_is_no_contract() => Verify.RunAsync("""
        [Message("prices.get")]
        public sealed partial record {|MSG013:GetPrice|}([property: Key(0)] string Sku) : IRequest<decimal>;
        """);

    [Fact]
    public Task Reports_a_part_as_a_reply() => Verify.RunAsync("""
        public sealed record Price([property: Key(0)] decimal Amount);

        [Message("prices.get")]
        public sealed partial record {|MSG013:GetPrice|}([property: Key(0)] string Sku) : IRequest<Price>;
        """);

    [Fact]
    public Task Reports_several_replies() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        [Message("quotes.both")]
        public sealed partial record {|MSG013:GetBoth|}([property: Key(0)] string Sku) : IRequest<Quote>, IRequest<GetQuote>;
        """);

    [Fact]
    public Task Accepts_a_contract() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);
        """);
}
