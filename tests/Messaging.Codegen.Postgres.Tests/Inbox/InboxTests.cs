using Messaging.Codegen.Postgres.Tests.Harness;
using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Inbox;

[Collection(PostgresCollection.Name)]
public sealed class InboxTests(PostgresFixture postgres)
{
    public static TheoryData<string> Brokers => TestBroker.All;

    [Theory, MemberData(nameof(Brokers))]
    public async Task Effect_row_and_published_messages_appear_together_at_the_commit(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use);
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        host.Behaviour.AfterEffect = async (order, context, _) =>
        {
            await context.PublishAsync(new Step("published-by-hand", order.Id));
            reached.TrySetResult();
            await release.Task.WaitAsync(ShopHost.Patience);
        };

        await host.OrderAsync(1, 1);
        await reached.Task.WaitAsync(ShopHost.Patience);
        await Task.Delay(1500); // longer than the relay's poll
        Assert.Empty(await database.EffectsAsync());
        Assert.Equal(0, await database.CountAsync("messaging.inbox"));
        Assert.Empty(await host.StoredAsync<Step>("shop.*.step"));

        release.SetResult();
        await host.UntilBilledAsync(1);
        Assert.Equal([1], await database.EffectsAsync());
        Assert.Equal("SHOP|billing|shop.ordered/v1:1", await database.ScalarAsync<string>("SELECT key FROM messaging.inbox"));
        Assert.Equal(1, Assert.Single(await host.StoredAsync<Step>("shop.*.step")).Number);
        Assert.Equal(1, Assert.Single(await host.StoredAsync<Billed>("shop.billed.>")).OrderId);
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
    }

    [Fact]
    public async Task A_failure_undoes_effect_row_and_messages_and_the_next_delivery_handles_it()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use);
        host.Behaviour.AfterEffect = async (order, context, _) =>
        {
            await context.PublishAsync(new Step("delivery", context.DeliveryCount));
            if (context.DeliveryCount < 3)
            {
                throw new InvalidOperationException("not yet");
            }
        };

        await host.OrderAsync(1, 1);
        await host.UntilBilledAsync(1);
        Assert.Equal([1], await database.EffectsAsync());
        Assert.Equal(3, Assert.Single(await host.StoredAsync<Step>("shop.*.step")).Number);
        Assert.Equal(2, host.Billing.Retried);
    }

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_message_that_was_handled_is_a_duplicate_under_any_message_id(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use);

        await host.OrderAsync(1, 1);
        await host.UntilBilledAsync(1);
        await host.OrderAgainAsync(1);
        await ShopHost.UntilAsync(() => Task.FromResult(host.Billing.Duplicates == 1), "the copy is a duplicate");
        await host.SettleAsync();
        Assert.Equal([1], await database.EffectsAsync());
        Assert.Single(await host.StoredAsync<Billed>("shop.billed.>"));
    }

    [Fact]
    public async Task A_copy_that_comes_while_the_message_is_handled_is_busy_and_waits_its_turn()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use);
        var entered = 0;
        var release = new TaskCompletionSource();
        host.Behaviour.AfterEffect = (_, _, _) =>
        {
            Interlocked.Increment(ref entered);
            return release.Task.WaitAsync(ShopHost.Patience);
        };

        await host.OrderAsync(1, 1);
        await ShopHost.UntilAsync(() => Task.FromResult(entered == 1), "the handler runs");
        await host.OrderAgainAsync(1);
        await ShopHost.UntilAsync(() => Task.FromResult(host.Billing.Received >= 3), "the copy has come, was busy and came again");
        Assert.Equal(1, entered);
        Assert.Equal(0, host.Billing.Duplicates);

        release.SetResult();
        await host.SettleAsync();
        Assert.Equal([1], await database.EffectsAsync());
        Assert.Equal(1, host.Billing.Duplicates);
    }

    [Theory]
    [InlineData("billing")]
    [InlineData("audit")]
    public async Task A_handler_that_goes_on_after_a_failed_statement_has_failed(string consumer)
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(
            database.ConnectionString, broker.Use, more: messaging => messaging.Options.ConsumerSelector = name => name == consumer);
        host.Behaviour.AfterEffect = async (_, context, transaction) =>
        {
            if (context.DeliveryCount == 1)
            {
                await using var wrong = new NpgsqlCommand("SELECT 1/0", transaction.Connection, transaction);
                await Assert.ThrowsAsync<PostgresException>(() => wrong.ExecuteNonQueryAsync());
            }
        };

        await host.OrderAsync(1, 1);
        await host.SettleAsync(consumer);
        Assert.Equal(1, host.Billing.Retried);
        Assert.Equal([1], await database.EffectsAsync());
    }

    [Fact]
    public async Task Missing_partitions_are_made_when_they_are_needed()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, configure: options => options.RunCleaner = false);
        await database.ExecuteAsync("""
            DO $$ DECLARE part regclass; BEGIN
                FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'messaging.inbox'::regclass LOOP EXECUTE 'DROP TABLE ' || part; END LOOP;
            END $$
            """);

        await host.OrderAsync(1, 1);
        await host.SettleAsync();
        Assert.Equal([1], await database.EffectsAsync());
        Assert.Equal(0, host.Billing.Retried);
    }

    [Fact]
    public async Task A_very_long_message_id_is_a_key_too()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await using var session = new InboxSession(new PostgresMessaging(database.Source, false, new PostgresOptions()));
        await session.BeginAsync(CancellationToken.None);
        var random = new Random(1);
        var keys = Enumerable.Range(0, 3).Select(_ => new string([.. Enumerable.Range(0, 60_000).Select(_ => (char)random.Next(0x100, 0x3000))])).ToArray();
        foreach (var key in keys)
        {
            Assert.Equal(0, await session.ClaimAsync(InboxStore.Shorten(key), CancellationToken.None));
            Assert.Equal(1, await session.ClaimAsync(InboxStore.Shorten(key), CancellationToken.None));
        }
    }
}
