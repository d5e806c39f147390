using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>No option is newer than the server.</summary>
public class MSG410Tests
{
    [Fact]
    public Task Reports_options_of_a_stream() => Verify.ForServerAsync("2.10", """
        [assembly: Stream("ORDERS", "orders.>", {|MSG410:AllowMessageTtl = true|}, {|MSG410:AllowAtomicBatches = true|}, {|MSG410:AllowSchedules = true|})]
        """);

    [Fact]
    public Task Reports_a_patch_of_an_older_version() => Verify.ForServerAsync("v2.11.9", """
        [assembly: Stream("ORDERS", "orders.>", AllowMessageTtl = true, {|MSG410:AllowAtomicBatches = true|})]
        """);

    [Fact]
    public Task Reports_several_subjects_of_a_handler() => Verify.ForServerAsync("2.9.10", """
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [{|MSG410:Handler("billing")|}, Where("Region", "eu", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Reports_several_contracts_of_a_consumer() => Verify.ForServerAsync("2.9.10", """
        [assembly: Stream("ORDERS", "orders.>")]

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
            [{|MSG410:Handler("billing")|}]
            public Task HandleAsync(OrderShipped order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_what_the_server_knows() => Verify.ForServerAsync("2.12.0-RC.1", """
        [assembly: Stream("ORDERS", "orders.>", AllowMessageTtl = true, AllowAtomicBatches = true, AllowSchedules = true)]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing"), Where("Region", "eu", "us")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_everything_by_default() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", AllowMessageTtl = true, AllowAtomicBatches = true, AllowSchedules = true)]
        """);
}
