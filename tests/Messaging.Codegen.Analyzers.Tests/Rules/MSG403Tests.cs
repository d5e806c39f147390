using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A message of a work queue is for one consumer.</summary>
public class MSG403Tests
{
    [Fact]
    public Task Reports_two_consumers_of_one_contract() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG403:Handler("shipping")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_filters_that_overlap_in_part() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed", Subject = "orders.{Region}.{Kind}")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Kind);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where("Region", "eu")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG403:Handler("shipping")|}, Where("Kind", "new")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_one_consumer_for_several_contracts() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_subjects_apart() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "orders.>", Retention = StreamRetention.WorkQueue)]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where("Region", "eu")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping"), Where("Region", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_two_consumers_of_another_stream() => Verify.RunAsync("""
        [assembly: Stream("JOBS", "jobs.>", Retention = StreamRetention.WorkQueue)]
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

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
}
