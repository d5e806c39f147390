using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>A handler publishes by its context.</summary>
public class MSG310Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("orders.counted")]
        public sealed partial record OrdersCounted([property: Key(0)] int Count);


        """;

    [Fact]
    public Task Reports_publishers() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IPublisher<OrdersCounted> publisher, OrderPlacedPublisher emitted)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                await {|MSG310:publisher.PublishAsync(new OrdersCounted(1), cancellationToken)|};
                await {|MSG310:emitted.PublishBatchAsync([order], cancellationToken)|};
                await {|MSG310:publisher.ScheduleAsync(new OrdersCounted(1), DateTimeOffset.UnixEpoch, cancellationToken: cancellationToken)|};
            }

            [Handler("batches")]
            public async Task HandleAsync(IReadOnlyList<OrderPlaced> orders, CancellationToken cancellationToken)
            {
                await {|MSG310:publisher.PublishAsync(new OrdersCounted(orders.Count), cancellationToken)|};
            }
        }
        """);

    [Fact]
    public Task Accepts_the_context_and_what_it_cannot_do() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IPublisher<OrderPlaced> publisher)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, MessageContext context, CancellationToken cancellationToken)
            {
                await context.PublishAsync(new OrdersCounted(1), cancellationToken);
                await publisher.PublishAsync(order, new PublishOptions { TimeToLive = TimeSpan.FromHours(1) }, cancellationToken);
                await publisher.ScheduleAsync(order, TimeSpan.FromHours(1), cancellationToken: cancellationToken);
            }

            public async Task NoHandlerAsync(OrderPlaced order) => await publisher.PublishAsync(order);
        }
        """);
}
