using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A failure ends the handler.</summary>
public class MSG309Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("orders.failed")]
        public sealed partial record OrderFailed([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Reports_clauses_that_hide_everything() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public OrderFailed? Handle(OrderPlaced order, CancellationToken cancellationToken)
            {
                try
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
                {|MSG309:catch|}
                {
                }

                try
                {
                    Console.WriteLine();
                }
                {|MSG309:catch|} (Exception e)
                {
                    Action rethrow = () => throw e;
                    return new OrderFailed(order.OrderId);
                }

                return null;
            }
        }
        """);

    [Fact]
    public Task Reports_a_hidden_cancellation() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(1, cancellationToken);
                }
                {|MSG309:catch|} (OperationCanceledException)
                {
                }
            }
        }
        """);

    [Fact]
    public Task Accepts_clauses_that_rethrow_filter_or_are_about_something() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public async Task<OrderFailed?> HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                try
                {
                    await Task.Delay(1, cancellationToken);
                }
                catch (TimeoutException)
                {
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Console.WriteLine(e);
                }
                catch (Exception e)
                {
                    throw new DeadLetterException("gone", e);
                }

                try
                {
                    await Task.Delay(1, cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    throw;
                }
                catch (Exception)
                {
                    return new OrderFailed(order.OrderId);
                }

                return null;
            }

            public void NoHandler(OrderPlaced order)
            {
                try
                {
                    Console.WriteLine();
                }
                catch (Exception)
                {
                }
            }
        }
        """);
}
