using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>The server filters by what is in the subject.</summary>
public class MSG210Tests
{
    [Fact]
    public Task Reports_a_member_outside_of_the_subject() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("billing"), {|MSG210:Where(nameof(OrderPlaced.Currency), "EUR")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_a_misspelled_member() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("billing"), {|MSG210:Where("Regoin", "eu")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_no_member() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("billing"), {|MSG210:Where(null!, "eu")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_no_values() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("billing"), {|MSG210:Where(nameof(OrderPlaced.Region))|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_placeholder() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where(nameof(OrderPlaced.Region), "eu", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);
}
