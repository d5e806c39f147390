using Messaging.Codegen.Postgres.Tests.Harness;
using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Outbox;

[Collection(PostgresCollection.Name)]
public sealed class OrderTests(PostgresFixture postgres)
{
    private const int Carts = 20;
    private const int StepsPerCart = 60;

    [Fact]
    public async Task Three_relays_at_once_keep_the_order_of_every_key_and_publish_everything_once()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Nats);
        await using var database = await postgres.NewDatabaseAsync();
        await using var first = await StartRelayAsync();
        await using var second = await StartRelayAsync();
        await using var third = await StartRelayAsync();

        // Every cart has a writer of its own, a transaction a step; a transaction that is rolled back leaves gaps in the sequence of ids.
        await Task.WhenAll(Enumerable.Range(1, Carts).Select(async cart =>
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            for (var number = 1; number <= StepsPerCart; number++)
            {
                if (number % 7 == 0)
                {
                    await using var undone = await connection.BeginTransactionAsync();
                    await first.Outbox.PublishAsync(new Step($"cart{cart}", -number), undone);
                    await undone.RollbackAsync();
                }

                await using var transaction = await connection.BeginTransactionAsync();
                await first.Outbox.PublishAsync(new Step($"cart{cart}", number), transaction);
                await transaction.CommitAsync();
            }
        }));

        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        var carts = (await first.StoredAsync<Step>(">")).GroupBy(step => step.Cart).ToArray();
        Assert.Equal(Carts, carts.Length);
        Assert.All(carts, cart => Assert.Equal(Enumerable.Range(1, StepsPerCart), cart.Select(step => step.Number)));

        Task<ShopHost> StartRelayAsync() => ShopHost.StartAsync(
            database.ConnectionString, broker.Use, handle: false, configure: options => options.BatchSize = 25);
    }

    [Fact]
    public async Task Transactions_with_the_same_ordering_key_are_published_in_the_order_of_their_commits()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        var options = new OutboxOptions { OrderingKey = "account-1" };
        await using var early = await database.Source.OpenConnectionAsync();
        await using var late = await database.Source.OpenConnectionAsync();
        await using var earlyTransaction = await early.BeginTransactionAsync();
        await using var lateTransaction = await late.BeginTransactionAsync();

        await host.Outbox.PublishAsync(new Step("a", 1), earlyTransaction, options);
        var waiting = host.Outbox.PublishAsync(new Step("b", 2), lateTransaction, options).AsTask();
        await ShopHost.UntilAsync(
            async () => await database.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") == 1,
            "the second transaction waits for the first");
        await host.Outbox.PublishAsync(new Step("c", 3), earlyTransaction, options);
        Assert.False(waiting.IsCompleted);

        await earlyTransaction.CommitAsync();
        await waiting;
        await lateTransaction.CommitAsync();
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        Assert.Equal([1, 3, 2], (await host.StoredAsync<Step>(">")).Select(step => step.Number));
    }

    [Fact]
    public async Task A_bucket_that_another_relay_holds_is_left_alone_while_others_go_on()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var otherRelay = await connection.BeginTransactionAsync();
        var held = await database.ScalarAsync<int>("SELECT hashtext('shop.held.step') & 63");
        await using (var hold = new NpgsqlCommand($"SELECT FROM messaging.outbox_bucket WHERE bucket = {held} FOR UPDATE", connection, otherRelay))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var free = Enumerable.Range(0, 1000).Select(i => $"free{i}").Take(50).ToArray();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await OutboxTests.WriteAsync(host, database, [new Step("held", 1), new Step("held", 2), .. free.Select(cart => new Step(cart, 1))]);
        var left = await database.ScalarAsync<long>($"SELECT count(*) FROM messaging.outbox WHERE bucket = {held}");
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") <= left, "the others are published");
        Assert.DoesNotContain(await host.StoredAsync<Step>(">"), step => step.Cart == "held");

        await otherRelay.RollbackAsync();
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        Assert.Equal([1, 2], (await host.StoredAsync<Step>(">")).Where(step => step.Cart == "held").Select(step => step.Number));
    }
}
