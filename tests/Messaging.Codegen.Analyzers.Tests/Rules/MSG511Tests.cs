using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

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
    public Task Fixes_a_version_that_is_left_behind_with_an_upcaster() => Verify.FixApplicationAsync<ScaffoldUpcasterFix>(
        """
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
        """,
        """
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        System.Console.WriteLine();

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region)
        {
            [Upcast]
            public static OrderPlacedV2 From(OrderPlaced older) => throw new NotImplementedException("Make OrderPlacedV2 of OrderPlaced.");
        }

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Fixes_each_version_by_a_step_to_the_next() => Verify.FixApplicationAsync<ScaffoldUpcasterFix>(
        """
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        System.Console.WriteLine();

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region);

        [Message("orders.placed", Version = 3)]
        public sealed partial record OrderPlacedV3
        {
            [Key(0)] public required long Region { get; init; }

            [Upcast]
            public static OrderPlacedV3 From(OrderPlacedV2 older) => new() { Region = older.Region };
        }

        public sealed class BillingHandler
        {
            [{|MSG511:Handler("billing")|}]
            public Task HandleAsync(OrderPlacedV3 order) => Task.CompletedTask;
        }
        """,
        """
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        System.Console.WriteLine();

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] int Region)
        {
            [Upcast]
            public static OrderPlacedV2 From(OrderPlaced older) => throw new NotImplementedException("Make OrderPlacedV2 of OrderPlaced.");
        }

        [Message("orders.placed", Version = 3)]
        public sealed partial record OrderPlacedV3
        {
            [Key(0)] public required long Region { get; init; }

            [Upcast]
            public static OrderPlacedV3 From(OrderPlacedV2 older) => new() { Region = older.Region };
        }

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlacedV3 order) => Task.CompletedTask;
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

    private const string Versions = """
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

        [Message("orders.placed", Subject = "orders.{Region}.placed.v1")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [AlsoPublish(typeof(OrderPlaced))]
        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] string Region)
        {
            [Upcast] public static OrderPlacedV2 From(OrderPlaced old) => new(old.Region);
            [Downcast] public static OrderPlaced To(OrderPlacedV2 order) => new(order.Region);
        }

        [Message("orders.placed", Version = 3, Subject = "orders.{Region}.placed.v3")]
        public sealed partial record OrderPlacedV3([property: Key(0)] string Region);

        """;

    private const string LastStep = """
        public static class Last { [Upcast] public static OrderPlacedV3 From(OrderPlacedV2 old) => new(old.Region); }

        """;

    private const string Once = "Idempotency = Idempotency.Memory";

    [Theory]
    [InlineData("", "{|MSG511:Handler(\"a\")|}", "OrderPlacedV2")] // twice
    [InlineData("", "Handler(\"a\", " + Once + ")", "OrderPlacedV2")]
    [InlineData(LastStep, "{|MSG511:Handler(\"a\")|}", "OrderPlacedV3")] // twice
    [InlineData(LastStep, "Handler(\"a\", " + Once + ")", "OrderPlacedV3")]
    [InlineData("", "{|MSG511:Handler(\"a\", " + Once + ")|}", "OrderPlacedV3")] // a gap
    [InlineData("public static class Jump { [Upcast] public static OrderPlacedV2 From(OrderPlaced old) => new(old.Region); }", "{|MSG511:Handler(\"a\", " + Once + ")|}", "OrderPlacedV2")]
    [InlineData(LastStep, "{|MSG511:Handler(\"a\", " + Once + ")|}, Where(nameof(OrderPlacedV3.Region), \"eu\")", "OrderPlacedV3")]
    public Task Tells_what_keeps_a_chain_from_working(string more, string attributes, string contract) =>
        Verify.RunAsync(Versions + more + $$"""
            public sealed class BillingHandler
            {
                [{{attributes}}]
                public Task HandleAsync({{contract}} order) => Task.CompletedTask;
            }
            """);

    [Theory]
    [InlineData("a", "{|MSG511:Handler(\"a\", " + Once + ")|}")]
    [InlineData("b", "Handler(\"a\", " + Once + ")")]
    public Task Reports_a_handler_of_the_older_version_on_the_same_consumer(string other, string attribute) => Verify.RunAsync(Versions + $$"""
        public sealed class BillingHandler
        {
            [{{attribute}}]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }

        public sealed class OldHandler
        {
            [Handler("{{other}}", {{Once}})]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_chains_that_lead_to_a_handler() => Verify.ApplicationAsync(
        Versions.Replace("MaxAge = \"7d\")]", "MaxAge = \"7d\")]\n\nSystem.Console.WriteLine();", StringComparison.Ordinal) + LastStep + $$"""
        public sealed class BillingHandler
        {
            [Handler("billing", {{Once}})]
            public Task HandleAsync(OrderPlacedV3 order) => Task.CompletedTask;
        }
        """);
}
