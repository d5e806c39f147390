using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>An ack wait survives a pause.</summary>
public class MSG413Tests
{
    [Fact]
    public Task Reports_an_ack_wait_of_milliseconds() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG413:AckWait = "999ms"|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_second() => Verify.RunAsync("""
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", AckWait = "1s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Sets_a_second() => Verify.FixAsync<SetOptionFix>(
        """
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", {|MSG413:AckWait = "200ms"|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping", {|MSG413:AckWait = "00:00:00.5"|})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        """
        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing", AckWait = "1s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }

        public sealed class ShippingHandler
        {
            [Handler("shipping", AckWait = "1s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        iterations: 2);
}
