using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AsyncVoidToTaskFixTests
{
    private const string Contracts = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);


        """;

    [Fact]
    public Task Returns_a_task() => Verify.FixAsync<AsyncVoidToTaskFix>(
        Contracts + """
        public sealed class Handlers
        {
            [Handler("billing")]
            public async void {|MSG301:HandleAsync|}(OrderPlaced order) => await Task.Yield();

            [Handler("shipping")]
            public static async void {|MSG301:Ship|}(OrderPlaced order, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
            }
        }
        """,
        Contracts + """
        public sealed class Handlers
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order) => await Task.Yield();

            [Handler("shipping")]
            public static async Task Ship(OrderPlaced order, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_for_other_signatures()
    {
        const string Source = """
            public sealed class Handlers
            {
                [Handler("billing")]
                public Task HandleAsync(string {|MSG301:json|}) => Task.CompletedTask;
            }
            """;
        return Verify.FixAsync<AsyncVoidToTaskFix>(Source, Source, iterations: 0);
    }
}
