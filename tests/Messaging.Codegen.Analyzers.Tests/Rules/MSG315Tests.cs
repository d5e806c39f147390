using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler of batches has the shape of one.</summary>
public class MSG315Tests
{
    private const string Contracts = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.counted")]
        public readonly partial record struct Counted([property: Key(0)] int Number);

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        """;

    [Theory]
    [InlineData("public Task HandleAsync(List<OrderPlaced> {|MSG315:orders|}) => Task.CompletedTask;")]
    [InlineData("public Task HandleAsync(OrderPlaced[] {|MSG315:orders|}) => Task.CompletedTask;")]
    [InlineData("public Task HandleAsync(IEnumerable<OrderPlaced> {|MSG315:orders|}) => Task.CompletedTask;")]
    [InlineData("public Task HandleAsync(IReadOnlyCollection<OrderPlaced> {|MSG315:orders|}) => Task.CompletedTask;")]
    [InlineData("public Task HandleAsync(IReadOnlyList<Counted?> {|MSG315:counted|}) => Task.CompletedTask;")]
    [InlineData("public OrderPlaced {|MSG315:Handle|}(IReadOnlyList<OrderPlaced> orders) => orders[0];")]
    [InlineData("public Task<List<OrderPlaced>> {|MSG315:HandleAsync|}(IReadOnlyList<OrderPlaced> orders) => Task.FromResult(new List<OrderPlaced>());")]
    [InlineData("public Task HandleAsync(IReadOnlyList<OrderPlaced> orders, MessageContext {|MSG315:context|}) => Task.CompletedTask;")]
    [InlineData("public Task HandleAsync(OrderPlaced order, BatchContext {|MSG315:context|}) => Task.CompletedTask;")]
    [InlineData("public Task HandleAsync(IReadOnlyList<GetQuote> {|MSG315:requests|}) => Task.CompletedTask;")]
    public Task Reports_a_shape_that_cannot_be(string method) => Verify.RunAsync(Contracts + $$"""
        public sealed class BillingHandler
        {
            [Handler("billing")]
            {{method}}
        }
        """);

    [Fact]
    public Task Reports_the_inbox() => Verify.RunAsync(Contracts + """
        public sealed class BillingHandler
        {
            [Handler("billing", Idempotency = Idempotency.Inbox)]
            public Task {|MSG315:HandleAsync|}(IReadOnlyList<OrderPlaced> orders) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("public Task HandleAsync(IReadOnlyList<OrderPlaced> orders) => Task.CompletedTask;")]
    [InlineData("public void Handle(IReadOnlyList<Counted> counted, IServiceProvider services, CancellationToken cancellationToken) { }")]
    [InlineData("public ValueTask HandleAsync(IReadOnlyList<OrderPlaced> orders, BatchContext context, CancellationToken cancellationToken, TimeProvider time) => default;")]
    [InlineData("public static Task HandleAsync(IReadOnlyList<OrderPlaced> orders, BatchContext context) => Task.CompletedTask;")]
    public Task Accepts_a_handler_of_batches(string method) => Verify.RunAsync(Contracts + $$"""
        public sealed class BillingHandler
        {
            [Handler("billing", BatchSize = 10, BatchWait = "1s", Prefetch = 20, Concurrency = 2, Idempotency = Idempotency.Memory)]
            {{method}}
        }
        """);

    [Fact]
    public Task Accepts_options_that_look_at_the_messages() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId, [property: Key(1)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", Filter = nameof(IsWanted), PartitionBy = nameof(OrderPlaced.OrderId)), Where(nameof(OrderPlaced.Region), "eu")]
            public Task HandleAsync(IReadOnlyList<OrderPlaced> orders, BatchContext context) => Task.CompletedTask;

            public static bool IsWanted(OrderPlaced order) => order.OrderId != Guid.Empty;
        }
        """);
}
