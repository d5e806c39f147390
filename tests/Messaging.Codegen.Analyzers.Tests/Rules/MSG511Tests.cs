using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Old versions are handled beside new ones.</summary>
public class MSG511Tests
{
    [Fact]
    public Task Reports_a_version_that_is_left_behind() => Verify.ApplicationAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        System.Console.WriteLine();

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region);

        public sealed class BillingHandler
        {
            [{|MSG511:Handler("billing")|}]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_handlers_of_all_versions() => Verify.ApplicationAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        System.Console.WriteLine();

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }

        public sealed class OldHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_handler_of_the_old_version_only() => Verify.ApplicationAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        System.Console.WriteLine();

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_a_library_whose_application_may_handle_it() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }
        """);
}
