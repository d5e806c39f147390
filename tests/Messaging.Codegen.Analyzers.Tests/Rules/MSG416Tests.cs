using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A stream keeps messages, and not all of them.</summary>
public class MSG416Tests
{
    [Fact]
    public Task Reports_an_interest_stream_that_nobody_reads() => Verify.ApplicationAsync("""
        [assembly: {|MSG416:Stream("ORDERS", "orders.>", Retention = StreamRetention.Interest)|}]

        System.Console.WriteLine();

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);
        """);

    [Fact]
    public Task Reports_a_stream_without_a_limit() => Verify.ApplicationAsync("""
        [assembly: {|MSG416:Stream("ORDERS", "orders.>")|}]

        System.Console.WriteLine();
        """);

    [Fact]
    public Task Accepts_an_interest_stream_with_a_handler() => Verify.ApplicationAsync("""
        [assembly: Stream("ORDERS", "orders.>", Retention = StreamRetention.Interest)]

        System.Console.WriteLine();

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Accepts_limits_and_work_queues() => Verify.ApplicationAsync("""
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]
        [assembly: Stream("CARTS", "carts.>", MaxMessages = 10)]
        [assembly: Stream("LOGS", "logs.>", MaxBytes = 1000)]
        [assembly: Stream("JOBS", "jobs.>", Retention = StreamRetention.WorkQueue)]

        System.Console.WriteLine();
        """);

    [Fact]
    public Task Accepts_whatever_a_library_declares() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: Stream("CARTS", "carts.>", Retention = StreamRetention.Interest)]
        """);

    [Fact]
    public Task Sets_an_age() => Verify.FixApplicationAsync<SetOptionFix>(
        """
        [assembly: {|MSG416:Stream("ORDERS", "orders.>")|}]
        [assembly: {|MSG416:Stream("CARTS", "carts.>")|}]

        System.Console.WriteLine();
        """,
        """
        [assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]
        [assembly: Stream("CARTS", "carts.>", MaxAge = "7d")]

        System.Console.WriteLine();
        """,
        iterations: 2);
}
