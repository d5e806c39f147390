using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Topology;

/// <summary>What referenced assemblies declare counts, by the facts that they carry.</summary>
public class ReferenceTests
{
    private const string Contracts = Verify.Usings + """
        [assembly: Stream("ORDERS", "orders.>")]

        [Message("orders.placed", Subject = "orders.{Region}.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] string Region);

        [Message("returns.arrived")]
        public sealed partial record ReturnArrived([property: Key(0)] Guid OrderId);

        [Message("quotes.get")]
        public sealed partial record GetQuote([property: Key(0)] string Sku) : IRequest<Quote>;

        [Message("quotes.quote")]
        public sealed partial record Quote([property: Key(0)] decimal Price);
        """;

    // A library that handles returns and leaves the stream to the application.
    private const string Handlers = Verify.Usings + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            [Handler("quotes")]
            public Task<Quote> HandleAsync(GetQuote request) => Task.FromResult(new Quote(1m));
        }
        """;

    [Fact]
    public Task A_contract_of_a_reference_takes_its_identity() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        [{|MSG004:Message("orders.placed")|}]
        public sealed partial record OrderAccepted([property: Key(0)] Guid OrderId);
        """,
        ContractsAssembly);

    [Fact]
    public Task A_stream_of_a_reference_stores_subjects() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        [Message("orders.shipped")]
        public sealed partial record OrderShipped([property: Key(0)] Guid OrderId);

        [{|MSG208:Message("parcels.shipped")|}]
        public sealed partial record ParcelShipped([property: Key(0)] Guid OrderId);
        """,
        ContractsAssembly);

    [Fact]
    public Task A_handler_of_a_contract_of_a_reference_needs_a_stream() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        public sealed class Handlers
        {
            [Handler("a")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            [{|MSG208:Handler("b")|}]
            public Task HandleAsync(ReturnArrived arrived) => Task.CompletedTask;
        }
        """,
        ContractsAssembly);

    [Fact]
    public Task A_library_does_not_know_the_streams_of_the_application() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        public sealed class Handlers
        {
            [Handler("b")]
            public Task HandleAsync(ReturnArrived arrived) => Task.CompletedTask;
        }
        """,
        ContractsAssembly);

    [Fact]
    public Task A_library_that_declares_a_stream_is_looked_at() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        [assembly: Stream("PARCELS", "parcels.>")]

        public sealed class Handlers
        {
            [Handler("a")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            [{|MSG208:Handler("b")|}]
            public Task HandleAsync(ReturnArrived arrived) => Task.CompletedTask;
        }
        """,
        ContractsAssembly);

    [Fact]
    public Task An_application_shares_consumers_with_its_libraries() => RunAsync(
        OutputKind.ConsoleApplication,
        """
        System.Console.WriteLine();

        public sealed class Handlers
        {
            [{|MSG306:Handler("billing")|}]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;

            [{|MSG306:Handler("other")|}]
            public Task<Quote> HandleAsync(GetQuote request) => Task.FromResult(new Quote(2m));
        }
        """,
        ContractsAssembly,
        SourceCompilation.Build("Shop.Handlers", Handlers, ContractsAssembly));

    [Fact]
    public Task A_library_does_not_know_its_neighbours() => RunAsync(
        OutputKind.DynamicallyLinkedLibrary,
        """
        public sealed class Handlers
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
        }
        """,
        ContractsAssembly,
        SourceCompilation.Build("Shop.Handlers", Handlers, ContractsAssembly));

    private static MetadataReference ContractsAssembly { get; } = SourceCompilation.Build("Shop.Contracts", Contracts);

    private static Task RunAsync(OutputKind kind, string markup, params MetadataReference[] references)
    {
        var test = new ComponentTest { TestCode = Verify.Usings + markup, TestState = { OutputKind = kind } };
        test.TestState.AdditionalReferences.AddRange(references);
        return test.RunAsync();
    }
}
