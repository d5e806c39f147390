using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler passes its token on.</summary>
public class MSG303Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        public interface IGateway
        {
            IGateway For(Guid order, CancellationToken cancellationToken = default);

            Task ChargeAsync(decimal amount = 1m, CancellationToken cancellationToken = default);

            Task CloseAsync<T>(T reason);

            Task CloseAsync<T>(T reason, CancellationToken cancellationToken);
        }


        """;

    [Fact]
    public Task Reports_every_call_of_a_chain() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await gateway.{|MSG303:For|}(order.OrderId).{|MSG303:ChargeAsync|}();
                await gateway.For(order.OrderId, cancellationToken).{|MSG303:CloseAsync|}(1);
            }
        }
        """);

    [Fact]
    public Task Reports_a_lambda_that_has_a_token_of_its_own() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public Task HandleAsync(OrderPlaced order) => Parallel.ForEachAsync(
                new[] { 1m, 2m }, CancellationToken.None, async (amount, token) => await gateway.{|MSG303:ChargeAsync|}(amount));
        }
        """);

    [Fact]
    public Task Accepts_tokens_that_are_passed_or_cannot_be() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await gateway.ChargeAsync(cancellationToken: cancellationToken);
                await gateway.ChargeAsync(1m, default);
                await gateway.CloseAsync("done", cancellationToken);
                await Static(gateway);

                static Task Static(IGateway gateway) => gateway.ChargeAsync();
            }

            public Task NoHandlerAsync(CancellationToken cancellationToken) => gateway.ChargeAsync();
        }
        """);
}
