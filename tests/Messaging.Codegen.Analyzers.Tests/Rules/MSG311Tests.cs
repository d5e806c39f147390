using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>What a handler publishes twice has one id.</summary>
public class MSG311Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);

        [Message("orders.counted")]
        public sealed partial record OrdersCounted([property: Key(0)] int Count);

        public abstract record Event
        {
            [Key(0), IdempotencyKey] public required Guid Id { get; init; }
        }

        [Message("orders.closed")]
        public sealed partial record OrderClosed : Event;


        """;

    // The library of the outbox is recognised by name.
    private const string Outbox = """
        namespace Messaging.Codegen.Postgres
        {
            public sealed class OutboxOptions
            {
                public PublishOptions? Publish { get; init; }
            }

            public interface IOutbox
            {
                ValueTask<string> PublishAsync<T>(T message, object transaction, OutboxOptions? options = null, CancellationToken cancellationToken = default);
            }
        }


        """;

    [Fact]
    public Task Reports_options_without_an_id() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IPublisher<OrdersCounted> publisher)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await {|MSG311:publisher.PublishAsync(new OrdersCounted(1), new PublishOptions { TimeToLive = TimeSpan.FromHours(1) }, cancellationToken)|};
                await {|MSG311:publisher.PublishBatchAsync([new OrdersCounted(1)], new PublishBatchOptions { RequireAtomic = true }, cancellationToken)|};
            }
        }
        """);

    [Fact]
    public Task Reports_the_outbox() => Verify.RunAsync(Contract + Outbox + """
        public sealed class BillingHandler(Messaging.Codegen.Postgres.IOutbox outbox)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await {|MSG311:outbox.PublishAsync(new OrdersCounted(1), "", cancellationToken: cancellationToken)|};
                await {|MSG311:outbox.PublishAsync(new OrdersCounted(1), "", new() { Publish = new PublishOptions { CorrelationId = "a" } }, cancellationToken)|};
                await outbox.PublishAsync(new OrdersCounted(1), "", new() { Publish = new PublishOptions { MessageId = $"orders.counted/v1:{order.OrderId}" } }, cancellationToken);
                await outbox.PublishAsync(order, "", cancellationToken: cancellationToken);
            }
        }
        """);

    [Fact]
    public Task Accepts_ids_and_options_of_others() => Verify.RunAsync(Contract + """
        public sealed class BillingHandler(IPublisher<OrdersCounted> publisher, IPublisher<OrderPlaced> placed, IPublisher<OrderClosed> closed)
        {
            [Handler("billing")]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await publisher.PublishAsync(new OrdersCounted(1), new PublishOptions { MessageId = $"orders.counted/v1:{order.OrderId}" }, cancellationToken);
                await placed.PublishAsync(order, new PublishOptions { TimeToLive = TimeSpan.FromHours(1) }, cancellationToken);
                await closed.PublishAsync(new OrderClosed { Id = order.OrderId }, new PublishOptions { TimeToLive = TimeSpan.FromHours(1) }, cancellationToken);
                await publisher.PublishAsync(new OrdersCounted(1), Options(order), cancellationToken);
            }

            private static PublishOptions Options(OrderPlaced order) => new();

            public async Task NoHandlerAsync() => await publisher.PublishAsync(new OrdersCounted(1), new PublishOptions());
        }
        """);

    [Fact]
    public Task Accepts_the_transaction_of_the_inbox() => Verify.RunAsync(Contract + Outbox + """
        public sealed class BillingHandler(Messaging.Codegen.Postgres.IOutbox outbox)
        {
            [Handler("billing", Idempotency = Idempotency.Inbox)]
            public async Task HandleAsync(OrderPlaced order, CancellationToken cancellationToken)
            {
                await outbox.PublishAsync(new OrdersCounted(1), "", cancellationToken: cancellationToken);
            }
        }
        """);
}
