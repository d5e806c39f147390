using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class ForwardTokenFixTests
{
    private const string Contracts = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        public interface IGateway
        {
            Task ChargeAsync(Guid order, decimal amount = 1m, CancellationToken cancellationToken = default);
        }

        public static class Gateways
        {
            public static Task CloseAsync(this IGateway gateway) => Task.CompletedTask;

            public static Task CloseAsync(this IGateway gateway, CancellationToken cancellationToken) => Task.CompletedTask;
        }


        """;

    [Fact]
    public Task Adds_the_parameter_and_passes_it() => Verify.FixAsync<ForwardTokenFix>(
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task {|MSG302:HandleAsync|}(OrderPlaced order, MessageContext context)
            {
                await gateway.ChargeAsync(order.OrderId, 2m);
                await context.PublishAsync(order);
            }

            [Handler("closing")]
            public Task {|MSG302:Close|}(OrderPlaced order) => gateway.CloseAsync();
        }
        """,
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                await gateway.ChargeAsync(order.OrderId, 2m, cancellationToken);
                await context.PublishAsync(order, cancellationToken);
            }

            [Handler("closing")]
            public Task Close(OrderPlaced order, CancellationToken cancellationToken) => gateway.CloseAsync(cancellationToken);
        }
        """,
        iterations: 2);

    [Fact]
    public Task Passes_the_token_to_each_call() => Verify.FixAsync<ForwardTokenFix>(
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken stop)
            {
                await gateway.{|MSG303:ChargeAsync|}(order.OrderId);
                await gateway.{|MSG303:CloseAsync|}();
                await Gateways.{|MSG303:CloseAsync|}(gateway);
            }
        }
        """,
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken stop)
            {
                await gateway.ChargeAsync(order.OrderId, cancellationToken: stop);
                await gateway.CloseAsync(stop);
                await Gateways.CloseAsync(gateway, stop);
            }
        }
        """,
        iterations: 3);

    [Fact]
    public Task Offers_nothing_where_others_depend_on_the_signature()
    {
        const string Source = Contracts + """
            public interface IHandle
            {
                Task HandleAsync(OrderPlaced order);
            }

            public sealed class BillingHandler(IGateway gateway) : IHandle
            {
                [Handler("billing")]
                public Task {|MSG302:HandleAsync|}(OrderPlaced order) => gateway.CloseAsync();
            }
            """;
        return Verify.FixAsync<ForwardTokenFix>(Source, Source, iterations: 0);
    }
}
