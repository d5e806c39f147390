using Messaging.Codegen.Postgres.Tests.Harness;

namespace Messaging.Codegen.Postgres.Tests.Inbox;

[Collection(PostgresCollection.Name)]
public sealed class RedeliveryTests(PostgresFixture postgres)
{
    private const int Orders = 300;

    public static TheoryData<string> Brokers => TestBroker.All;

    [Theory, MemberData(nameof(Brokers))]
    public async Task Hundreds_of_messages_with_failures_and_copies_have_their_effects_exactly_once(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        var unsteady = new UnsteadyFilter();
        await using var first = await ShopHost.StartAsync(database.ConnectionString, broker.Use, more: messaging => messaging.AddFilter(unsteady));
        await using var second = await ShopHost.StartAsync(database.ConnectionString, broker.Use, more: messaging => messaging.AddFilter(unsteady));

        for (var id = 1; id <= Orders; id++)
        {
            await first.OrderAsync(id, 1);
            if (id % 3 == 0)
            {
                await second.OrderAgainAsync(id);
            }
        }

        await first.UntilBilledAsync(Orders);
        await first.SettleAsync();
        Assert.Equal(Enumerable.Range(1, Orders), await database.EffectsAsync());
        Assert.Equal(Enumerable.Range(1, Orders), (await first.StoredAsync<Billed>("shop.billed.>")).Select(billed => billed.OrderId).Order());
        Assert.Equal(0, first.Billing.DeadLettered + second.Billing.DeadLettered);
        Assert.Equal(Orders, first.Billing.Handled + second.Billing.Handled);
        Assert.Equal(Orders / 3, first.Billing.Duplicates + second.Billing.Duplicates);

        // Every fourth, except where a copy was quicker.
        Assert.InRange(first.Billing.Retried + second.Billing.Retried, (Orders / 4) - (Orders / 12), Orders / 4);
    }

    /// <summary>Every fourth order fails at its first delivery, before the handler or after it.</summary>
    private sealed class UnsteadyFilter : IConsumeFilter
    {
        public async ValueTask InvokeAsync(MessageContext context, ConsumeDelegate next, CancellationToken cancellationToken)
        {
            var isOriginal = int.TryParse(context.MessageId.AsSpan(context.MessageId.IndexOf(':', StringComparison.Ordinal) + 1), out var id);
            var fails = context.DeliveryCount == 1 && isOriginal && id % 4 == 0;
            if (fails && id % 8 == 0)
            {
                throw new InvalidOperationException("before the handler");
            }

            await next(context, cancellationToken);
            if (fails)
            {
                throw new InvalidOperationException("after the handler");
            }
        }
    }
}
