using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Topology;

/// <summary>The rules of streams and consumers count what references declare, as if it stood here.</summary>
public class ReferencedStreamTests
{
    private const string Contracts = Verify.Usings + """
        [assembly: Stream("ORDERS", "orders.>", Retention = StreamRetention.WorkQueue)]
        [assembly: Stream("LOGS", "logs.eu.>", AllowSchedules = true)]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("orders.placed", Version = 2)]
        public sealed partial record OrderPlacedV2([property: Key(0)] string Region);

        [Message("logs.line", Subject = "logs.{Region}.line")]
        public sealed partial record LogLine([property: Key(0)] string Region);
        """;

    private const string Handlers = Verify.Usings + """
        public sealed class BillingHandler
        {
            [Handler("billing", AckWait = "10s")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """;

    [Fact]
    public Task A_stream_overlaps_with_one_of_a_reference() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        [assembly: Stream("EU", {|MSG402:"orders.eu"|}, {|MSG402:"logs.>"|}, "carts.>", {|MSG402:"schedule.LOGS.>"|})]
        """,
        ContractsAssembly);

    [Fact]
    public Task A_stream_of_a_reference_is_declared_differently() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        [assembly: {|MSG417:Stream("LOGS", "logs.eu.>", MaxAge = "7d")|}]
        [assembly: Stream("ORDERS", "returns.>", Retention = StreamRetention.WorkQueue)]
        """,
        ContractsAssembly);

    [Fact]
    public Task A_handler_of_a_reference_takes_from_the_work_queue() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        public sealed class ShippingHandler
        {
            [{|MSG403:Handler("shipping")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        ContractsAssembly,
        HandlersAssembly);

    [Fact]
    public Task A_library_does_not_run_beside_its_references() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        public sealed class ShippingHandler
        {
            [Handler("shipping")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        ContractsAssembly,
        HandlersAssembly);

    [Fact]
    public Task A_work_queue_of_a_reference_is_read_from_its_beginning() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        public sealed class ShippingHandler
        {
            [{|MSG404:Handler("shipping", DeliverFrom = DeliverFrom.New)|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        ContractsAssembly);

    [Fact]
    public Task A_handler_of_a_reference_has_said_something_else_of_the_consumer() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        public sealed class ShippingHandler
        {
            [{|MSG417:Handler("billing", AckWait = "30s")|}]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }
        """,
        ContractsAssembly,
        HandlersAssembly);

    [Fact]
    public Task A_version_of_a_reference_is_left_behind() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        public sealed class ShippingHandler
        {
            [{|MSG511:Handler("shipping")|}]
            public Task HandleAsync(OrderPlacedV2 order) => Task.CompletedTask;
        }
        """,
        ContractsAssembly);

    [Fact]
    public Task A_stream_of_a_reference_stores_other_messages_of_the_contract() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        public sealed class LogHandler
        {
            [{|MSG408:Handler("logs")|}, Where("Region", "asia")]
            public Task HandleAsync(LogLine line) => Task.CompletedTask;

            [Handler("logs"), Where("Region", "eu")]
            public Task HandleEuAsync(LogLine line) => Task.CompletedTask;
        }
        """,
        ContractsAssembly);

    private static MetadataReference ContractsAssembly { get; } = SourceCompilation.Build("Shop.Contracts", Contracts);

    private static MetadataReference HandlersAssembly { get; } = SourceCompilation.Build("Shop.Handlers", Handlers, ContractsAssembly);

    private static Task RunAsync(OutputKind kind, string markup, params MetadataReference[] references)
    {
        var test = new ComponentTest { TestCode = Verify.Usings + markup, TestState = { OutputKind = kind } };
        test.TestState.AdditionalReferences.AddRange(references);
        return test.RunAsync();
    }
}
