using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class AwaitFixTests
{
    private const string Contracts = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        public interface IGateway
        {
            Task<string> ChargeAsync(Guid order);

            ValueTask CloseAsync();
        }


        """;

    [Fact]
    public Task Awaits_what_blocks() => Verify.FixAsync<AwaitFix>(
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("a")]
            public void Handle(OrderPlaced order)
            {
                Console.WriteLine({|MSG307:gateway.ChargeAsync(order.OrderId).Result|}.Length);
                {|MSG307:gateway.ChargeAsync(order.OrderId).Wait()|};
                {|MSG307:gateway.CloseAsync().GetAwaiter().GetResult()|};
            }

            [Handler("b")]
            public static OrderPlaced Return(OrderPlaced order, IGateway gateway)
            {
                {|MSG307:gateway.CloseAsync().AsTask().Wait()|};
                return order;
            }
        }
        """,
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("a")]
            public async Task Handle(OrderPlaced order)
            {
                Console.WriteLine((await gateway.ChargeAsync(order.OrderId)).Length);
                await gateway.ChargeAsync(order.OrderId);
                await gateway.CloseAsync();
            }

            [Handler("b")]
            public static async Task<OrderPlaced> Return(OrderPlaced order, IGateway gateway)
            {
                await gateway.CloseAsync().AsTask();
                return order;
            }
        }
        """,
        iterations: 4);

    [Fact]
    public Task Makes_functions_async_that_return_tasks() => Verify.FixAsync<AwaitFix>(
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("a")]
            public Task Handle(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                if (order.OrderId == Guid.Empty)
                    return gateway.ChargeAsync(order.OrderId);

                if (order.OrderId == Guid.AllBitsSet)
                {
                    return Task.CompletedTask;
                }

                {|MSG308:_ = context.PublishAsync(order, cancellationToken)|};
                return Task.CompletedTask;
            }

            [Handler("b")]
            public Task<OrderPlaced> Return(OrderPlaced order)
            {
                {|MSG307:Thread.Sleep(1)|};
                return Task.FromResult(order);
            }
        }
        """,
        Contracts + """
        public sealed class BillingHandler(IGateway gateway)
        {
            [Handler("a")]
            public async Task Handle(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                if (order.OrderId == Guid.Empty)
                {
                    await gateway.ChargeAsync(order.OrderId);
                    return;
                }

                if (order.OrderId == Guid.AllBitsSet)
                {
                    return;
                }

                await context.PublishAsync(order, cancellationToken);
            }

            [Handler("b")]
            public async Task<OrderPlaced> {|MSG302:Return|}(OrderPlaced order)
            {
                await Task.Delay(1);
                return order;
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Awaits_outside_of_handlers() => Verify.FixAsync<AwaitFix>(
        Contracts + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                {|MSG601:publisher.PublishAsync(order)|};
                await Task.Yield();
            }

            public ValueTask<PublishReceipt> TwiceAsync(OrderPlaced order)
            {
                {|MSG601:publisher.PublishAsync(order).AsTask()|};
                return publisher.PublishAsync(order);
            }
        }
        """,
        Contracts + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher)
        {
            public async Task PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order);
                await Task.Yield();
            }

            public async ValueTask<PublishReceipt> TwiceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order).AsTask();
                return await publisher.PublishAsync(order);
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Offers_nothing_where_awaiting_is_impossible_or_breaks_callers()
    {
        const string Source = Contracts + """
            public sealed class BillingHandler(IGateway gateway, IPublisher<OrderPlaced> publisher)
            {
                [Handler("a")]
                public void Handle(OrderPlaced order)
                {
                    lock (gateway)
                    {
                        {|MSG307:gateway.CloseAsync().AsTask().Wait()|};
                    }
                }

                [Handler("b")]
                public IEnumerable<OrderPlaced> Return(OrderPlaced order)
                {
                    {|MSG307:Thread.Sleep(1)|};
                    yield return order;
                }

                public void Place(OrderPlaced order) => {|MSG601:publisher.PublishAsync(order)|};
            }
            """;
        return Verify.FixAsync<AwaitFix>(Source, Source, iterations: 0);
    }
}
