using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Every delay is used.</summary>
public class MSG405Tests
{
    [Fact]
    public Task Reports_more_delays_than_deliveries() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 3, {|MSG405:Backoff = ["1s", "5s", "30s"]|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_more_delays_than_the_default_has_deliveries() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG405:Backoff = ["1s", "2s", "3s", "4s", "5s"]|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_delay_before_each_further_delivery() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 4, Backoff = ["1s", "5s", "30s"])]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_deliveries_without_delays() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 1)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Raises_the_deliveries() => Verify.FixAsync<SetOptionFix>(
        """
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 1, {|MSG405:Backoff = ["1s", "5s"]|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping", {|MSG405:Backoff = ["1s", "2s", "3s", "4s", "5s"]|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        """
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", MaxDeliver = 3, Backoff = ["1s", "5s"])]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping", Backoff = ["1s", "2s", "3s", "4s", "5s"], MaxDeliver = 6)]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        iterations: 2);
}
