using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Declarations of one thing agree.</summary>
public class MSG417Tests
{
    [Fact]
    public Task Reports_handlers_of_a_consumer_that_disagree() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", AckWait = "10s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG417:Handler("billing", AckWait = "30s")|}]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_handler_of_batches_that_is_not_alone() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(IReadOnlyList<OrderPlaced> order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG417:Handler("billing")|}]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_stream_that_is_declared_in_two_ways() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: {|MSG417:Stream("ORDERS", "returns.>", Storage = StreamStorage.Memory)|}]
        """);

    [Fact]
    public Task Accepts_handlers_that_follow() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", AckWait = "10s", MaxDeliver = 3)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("billing", AckWait = "00:00:10", Timeout = "5s")]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_one_name_on_two_streams() => Verify.RunAsync("""
        [assembly: Stream("PLACED", "orders.*.placed")]
        [assembly: Stream("SHIPPED", "orders.shipped.v1")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", AckWait = "10s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("billing", AckWait = "30s")]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_stream_that_is_declared_in_parts() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", Retention = StreamRetention.Limits)]
        [assembly: Stream("ORDERS", "returns.>", Replicas = 1, DuplicateWindow = "2m", AllowMessageTtl = true)]
        """);
}
