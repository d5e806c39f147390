using Messaging.Codegen.Postgres.Tests.Harness;

namespace Messaging.Codegen.Postgres.Tests.Inbox;

[Collection(PostgresCollection.Name)]
public sealed class ProcessDeathTests(PostgresFixture postgres)
{
    private const int Orders = 40;

    [Theory]
    [InlineData(ConsumerProcess.BeforeCommit)]
    [InlineData(ConsumerProcess.AfterCommit)]
    public async Task Processes_killed_around_the_commit_leave_every_effect_exactly_once(string death)
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Nats);
        await using var database = await postgres.NewDatabaseAsync();
        await using (var publisher = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false, configure: options => options.RunRelay = false))
        {
            await publisher.OrderAsync(1, Orders);
        }

        await ConsumerProcess.RunUntilDeadAsync(database.ConnectionString, broker.Url, death, afterOrders: 5);
        Assert.InRange((await database.EffectsAsync()).Count, 1, Orders - 1);
        await ConsumerProcess.RunUntilDeadAsync(database.ConnectionString, broker.Url, death, afterOrders: 3);

        await using var survivor = await ShopHost.StartAsync(database.ConnectionString, broker.Use);
        await survivor.UntilBilledAsync(Orders);
        await survivor.SettleAsync();
        Assert.Equal(Enumerable.Range(1, Orders), await database.EffectsAsync());
        Assert.Equal(Enumerable.Range(1, Orders), (await survivor.StoredAsync<Billed>("shop.billed.>")).Select(billed => billed.OrderId).Order());
        if (death == ConsumerProcess.AfterCommit)
        {
            Assert.True(survivor.Billing.Duplicates > 0);
        }
    }
}
