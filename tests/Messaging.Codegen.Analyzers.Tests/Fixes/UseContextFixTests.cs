using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests.Fixes;

public class UseContextFixTests
{
    private const string Contracts = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("orders.counted")]
        public sealed partial record OrdersCounted([property: Key(0)] int Count);


        """;

    [Fact]
    public Task Publishes_by_the_context() => Verify.FixAsync<UseContextFix>(
        Contracts + """
        public sealed class BillingHandler(IPublisher<OrdersCounted> publisher)
        {
            [Handler("a")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await {|MSG310:publisher.PublishAsync(new OrdersCounted(1), cancellationToken)|};
                await {|MSG310:publisher.PublishAsync(new(2), cancellationToken)|};
            }

            [Handler("b")]
            public async Task Other(OrderPlaced order, MessageContext delivery, CancellationToken cancellationToken)
            {
                await {|MSG310:publisher.PublishBatchAsync([new(1)], cancellationToken)|};
            }
        }
        """,
        Contracts + """
        public sealed class BillingHandler(IPublisher<OrdersCounted> publisher)
        {
            [Handler("a")]
            public async Task HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                await context.PublishAsync(new OrdersCounted(1), cancellationToken);
                await context.PublishAsync<OrdersCounted>(new(2), cancellationToken);
            }

            [Handler("b")]
            public async Task Other(OrderPlaced order, MessageContext delivery, CancellationToken cancellationToken)
            {
                await delivery.PublishBatchAsync<OrdersCounted>([new(1)], cancellationToken);
            }
        }
        """,
        iterations: 3);

    [Fact]
    public Task Offers_nothing_for_batches()
    {
        const string Source = Contracts + """
            public sealed class BillingHandler(IPublisher<OrdersCounted> publisher)
            {
                [Handler("a")]
                public async Task HandleAsync(IReadOnlyList<OrderPlaced> orders, CancellationToken cancellationToken)
                {
                    await {|MSG310:publisher.PublishAsync(new OrdersCounted(1), cancellationToken)|};
                }
            }
            """;
        return Verify.FixAsync<UseContextFix>(Source, Source, iterations: 0);
    }
}
