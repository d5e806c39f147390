using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A consumer of a work queue takes all that is stored.</summary>
public class MSG404Tests
{
    [Fact]
    public Task Reports_a_consumer_that_begins_at_new_messages() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG404:Handler("billing", DeliverFrom = DeliverFrom.New)|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_consumer_that_takes_all() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", DeliverFrom = DeliverFrom.All)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_new_messages_of_another_stream() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", DeliverFrom = DeliverFrom.New)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Removes_the_option() => Verify.FixAsync<SetOptionFix>(
        """
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG404:Handler("billing", DeliverFrom = DeliverFrom.New, MaxDeliver = 3)|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG404:Handler("shipping", DeliverFrom = DeliverFrom.New)|}]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """,
        """
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 3)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping")]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """,
        iterations: 2);
}
