using Messaging.Codegen.Analyzers.Tests.Verification;

namespace Messaging.Codegen.Analyzers.Tests.Rules;

/// <summary>Who publishes waits, or says that it need not be.</summary>
public class MSG601Tests
{
    private const string Contract = """
        [Message("orders.placed")]
        public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId);


        """;

    [Fact]
    public Task Reports_tasks_that_nobody_awaits() => Verify.RunAsync(Contract + """
        public sealed class Checkout(IPublisher<OrderPlaced> publisher, OrderPlacedPublisher emitted)
        {
            public void Place(OrderPlaced order)
            {
                {|MSG601:publisher.PublishAsync(order)|};
                {|MSG601:emitted.PublishBatchAsync([order])|};
                {|MSG601:publisher.ScheduleAsync(order, TimeSpan.FromSeconds(1)).ConfigureAwait(false)|};
            }

            public Action Later(OrderPlaced order) => () => {|MSG601:publisher.PublishAsync(order)|};
        }
        """);

    /// <summary>The library of the outbox is recognised by name.</summary>
    [Fact]
    public Task Reports_the_outbox() => Verify.RunAsync(Contract + """
        namespace Messaging.Codegen.Postgres
        {
            public interface IOutbox
            {
                ValueTask<string> PublishAsync<T>(T message, object transaction);
            }

            public sealed class Checkout(IOutbox outbox)
            {
                public void Place(OrderPlaced order) => {|MSG601:outbox.PublishAsync(order, "")|};
            }
        }
        """);

    [Fact]
    public Task Accepts_discards_and_tasks_of_others() => Verify.RunAsync(Contract + """
        public interface IOther
        {
            Task PublishAsync(OrderPlaced order);
        }

        public sealed class Checkout(IPublisher<OrderPlaced> publisher, IOther other)
        {
            public void Place(OrderPlaced order)
            {
                _ = publisher.PublishAsync(order);
                other.PublishAsync(order);
            }

            public async Task<bool> PlaceAsync(OrderPlaced order)
            {
                await publisher.PublishAsync(order);
                return (await publisher.PublishAsync(order)).Duplicate;
            }
        }
        """);
}
