using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What a handler asks for is stored.</summary>
public class MSG408Tests
{
    [Fact]
    public Task Reports_a_value_that_is_not_stored() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG408:Handler("billing")|}, Where("Region", "asia")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_one_of_several_values() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG408:Handler("billing")|}, Where("Region", "eu", "asia")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_values_that_are_stored() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where("Region", "eu", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_contract_that_is_partly_stored() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_streams_that_are_declared_elsewhere() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where("Region", "eu")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Takes_the_stored_value() => Verify.FixAsync<NearestTokenFix>(
        """
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG408:Handler("billing")|}, Where("Region", "ue")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [{|MSG408:Handler("shipping")|}, Where("Region", "eu", "uss")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        """
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where("Region", "eu")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping"), Where("Region", "eu", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_for_a_value_that_resembles_none() => Verify.FixAsync<NearestTokenFix>(
        """
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG408:Handler("billing")|}, Where("Region", "antarctica")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        """
        [assembly: Stream("ORDERS", "orders.eu.>", "orders.us.>")]

        #pragma warning disable MSG208 // other regions are not stored here
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG408:Handler("billing")|}, Where("Region", "antarctica")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        iterations: 0);
}
