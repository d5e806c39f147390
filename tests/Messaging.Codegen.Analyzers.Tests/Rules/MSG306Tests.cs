using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Handlers of a contract do not share a consumer, and a request has one handler.</summary>
public class MSG306Tests
{
    [Fact]
    public Task Reports_a_shared_consumer() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("orders")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG306:Handler("orders")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_two_answers_to_a_request() => Verify.RunAsync("""
        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);

        public sealed class BillingHandler
        {
            [Handler("a")]
            public Task<Quote> HandleAsync(GetQuote request) => Task.FromResult(new Quote(1m));
        }

        public sealed class ShippingHandler
        {
            [{|MSG306:Handler("b")|}]
            public Task<Quote> HandleAsync(GetQuote request) => Task.FromResult(new Quote(1m));
        }
        """);

    [Fact]
    public Task Reports_filters_that_overlap() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("orders"), Where("Region", "eu", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG306:Handler("orders")|}, Where("Region", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_consumers_of_their_own() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_filters_apart() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("orders"), Where("Region", "eu")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("orders"), Where("Region", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_handlers_of_several_contracts_on_one_consumer() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.cancelled")]
        public sealed partial record OrderCancelled([property: Key(0)] Guid OrderId);

        public sealed class OrdersHandler
        {
            [Handler("orders")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            [Handler("orders")]
            public Task HandleAsync(OrderCancelled order) => Task.CompletedTask;
        }
        """);
}
