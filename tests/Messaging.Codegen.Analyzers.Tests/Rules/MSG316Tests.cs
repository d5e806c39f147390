using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Nothing is promised to the reader that does not happen.</summary>
public class MSG316Tests
{
    private const string Contracts = """
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        """;

    [Theory]
    [InlineData("MaxDeliver = 3")]
    [InlineData("Backoff = [\"1s\"]")]
    [InlineData("Concurrency = 8")]
    [InlineData("Prefetch = 8")]
    [InlineData("AckWait = \"1s\"")]
    [InlineData("Idempotency = Idempotency.Memory")]
    [InlineData("DeliverFrom = DeliverFrom.New")]
    [InlineData("PartitionBy = nameof(GetQuote.Sku)")]
    [InlineData("RateLimit = \"1/s\"")]
    [InlineData("Timeout = \"1s\"")]
    public Task Reports_an_option_of_a_request_handler(string option) => Verify.RunAsync(Contracts + $$"""
        public sealed class QuoteHandler
        {
            [Handler("quotes", {|MSG316:{{option}}|})]
            public Quote Handle(GetQuote request) => new(1m);
        }
        """);

    [Theory]
    [InlineData("BatchSize = 10")]
    [InlineData("BatchWait = \"1s\"")]
    public Task Reports_an_option_of_batches_on_another_handler(string option) => Verify.RunAsync($$"""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG316:{{option}}|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_each_option_by_itself() => Verify.RunAsync(Contracts + """
        public sealed class QuoteHandler
        {
            [Handler("quotes", {|MSG316:MaxDeliver = 3|}, {|MSG316:AckWait = "1s"|})]
            public Quote Handle(GetQuote request) => new(1m);
        }
        """);

    [Fact]
    public Task Accepts_a_request_handler_without_options() => Verify.RunAsync(Contracts + """
        public sealed class QuoteHandler
        {
            [Handler("quotes")]
            public Quote Handle(GetQuote request) => new(1m);
        }
        """);
}
