using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler that waits for something takes a token.</summary>
public class MSG302Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        public interface IGateway
        {
            Task ChargeAsync(Guid order, CancellationToken cancellationToken = default);
        }


        """;

    [Fact]
    public Task Reports_a_call_that_could_be_cancelled() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task {|MSG302:HandleAsync|}(OrderPlaced order)
            {
                await gateway.ChargeAsync(order.OrderId);
                await gateway.ChargeAsync(order.OrderId);
            }
        }
        """);

    [Fact]
    public Task Reports_an_overload_with_a_token() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public static async Task {|MSG302:HandleAsync|}(OrderPlaced order) => await Task.Delay(1);
        }
        """);

    [Fact]
    public Task Reports_a_call_in_a_lambda() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public Task {|MSG302:HandleAsync|}(OrderPlaced order)
            {
                Func<Task> charge = () => gateway.ChargeAsync(order.OrderId);
                return charge();
            }
        }
        """);

    [Fact]
    public Task Accepts_a_handler_that_waits_for_nothing() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order)
            {
                Console.WriteLine(order.OrderId);
                return Task.CompletedTask;
            }
        }
        """);

    [Fact]
    public Task Accepts_calls_that_are_given_one_and_clean_up() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order)
            {
                try
                {
                    await gateway.ChargeAsync(order.OrderId, CancellationToken.None);
                    await Task.Yield();
                }
                finally
                {
                    await gateway.ChargeAsync(Guid.Empty);
                }
            }

            public Task NoHandlerAsync(OrderPlaced order) => gateway.ChargeAsync(order.OrderId);
        }
        """);
}
