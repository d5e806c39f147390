using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A name is written in one way.</summary>
public class MSG418Tests
{
    [Fact]
    public Task Reports_streams() => Verify.RunAsync("""
        [assembly: Stream("ORDERS", "orders.>")]
        [assembly: {|MSG418:Stream("Orders", "returns.>")|}]
        """);

    [Fact]
    public Task Reports_consumers() => Verify.RunAsync("""
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        [Message("orders.paid")]
        public sealed partial record OrderPaid([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order, CancellationToken ct) => Task.Delay(1, ct);

            [{|MSG418:Handler("Billing")|}]
            public Task HandleAsync(OrderPaid order, CancellationToken ct) => Task.Delay(1, ct);
        }
        """);

    [Fact]
    public async Task Reports_a_stream_of_a_reference()
    {
        var test = new ComponentTest { TestCode = Verify.Usings + """[assembly: {|MSG418:Stream("Orders", "returns.>")|}]""" };
        test.TestState.AdditionalReferences.Add(SourceCompilation.Build("Shop.Contracts", Verify.Usings + """[assembly: Stream("ORDERS", "orders.>")]"""));
        await test.RunAsync();
    }

    [Fact]
    public Task Accepts_a_stream_and_a_consumer_of_one_name() => Verify.RunAsync("""
        [assembly: Stream("BILLING", "orders.>")]
        [assembly: Stream("BILLING", "returns.>")]

        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order, CancellationToken ct) => Task.Delay(1, ct);
        }
        """);
}
