using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Names of streams and consumers are names on the server.</summary>
public class MSG401Tests
{
    [Fact]
    public Task Reports_a_stream_with_a_space() => Verify.RunAsync("""
        [assembly: {|MSG401:Stream("MY ORDERS", "orders.>")|}]
        """);

    [Fact]
    public Task Reports_a_stream_whose_name_is_null() => Verify.RunAsync("""
        [assembly: {|MSG401:Stream(null!, "orders.>")|}]
        """);

    [Fact]
    public Task Reports_a_stream_without_a_name() => Verify.RunAsync("""
        [assembly: {|MSG401:Stream("", "orders.>")|}]
        """);

    [Fact]
    public Task Reports_a_consumer_with_a_dot() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [{|MSG401:Handler("shop.billing")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_consumer_with_a_wildcard() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [{|MSG401:Handler("billing*")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_long_names_as_warnings() => Verify.RunAsync("""
        [assembly: {|MSG401:Stream("EVERYTHING-THAT-HAPPENS-TO-ORDERS", "orders.>")|}]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [{|MSG401:Handler("shop-backend-billing-handler-of-orders")|}]
            public Task HandleAsync(OrderPlaced order, CancellationToken ct) => Task.Delay(1, ct);
        }
        """);

    [Fact]
    public Task Accepts_letters_digits_and_dashes() => Verify.RunAsync("""
        [assembly: Stream("MY-ORDERS_2", "orders.>")]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("shop-billing_2")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
