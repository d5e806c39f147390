using System.Diagnostics;
using Messaging.Codegen.Postgres.Tests.Harness;
using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Outbox;

[Collection(PostgresCollection.Name)]
public sealed class OutboxTests(PostgresFixture postgres)
{
    public static TheoryData<string> Brokers => TestBroker.All;

    [Theory, MemberData(nameof(Brokers))]
    public async Task Nothing_is_published_before_the_commit_nothing_after_a_rollback_and_everything_after_a_commit(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await using var connection = await database.Source.OpenConnectionAsync();

        await using (var undone = await connection.BeginTransactionAsync())
        {
            await host.Outbox.PublishAsync(new Step("undone", 1), undone);
            await undone.RollbackAsync();
        }

        await using (var committed = await connection.BeginTransactionAsync())
        {
            for (var number = 1; number <= 100; number++)
            {
                await host.Outbox.PublishAsync(new Step("kept", number), committed);
            }

            await Task.Delay(1500); // longer than the relay's poll
            Assert.Empty(await host.StoredAsync<Step>(">"));
            await committed.CommitAsync();
        }

        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        var steps = await host.StoredAsync<Step>(">");
        Assert.All(steps, step => Assert.Equal("kept", step.Cart));
        Assert.Equal(Enumerable.Range(1, 100), steps.Select(step => step.Number));
    }

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_contract_that_is_published_in_two_versions_leaves_in_both(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await using var connection = await database.Source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            Assert.Equal("shop.parcel/v2:1", await host.Outbox.PublishAsync(new ParcelV2(1, "fragile"), transaction));
            await transaction.CommitAsync();
        }

        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        Assert.Equal([new Parcel(1)], await host.StoredAsync<Parcel>("shop.parcel.v1"));
        Assert.Equal([new ParcelV2(1, "fragile")], await host.StoredAsync<ParcelV2>("shop.parcel.v2"));
    }

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_message_of_the_outbox_is_the_message_that_a_publisher_would_have_sent(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        using var listener = new ActivityListener { ShouldListenTo = static source => source.Name == "shop", Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("shop");

        string id;
        string trace;
        await using (var connection = await database.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        using (var activity = source.StartActivity("checkout")!)
        {
            trace = activity.TraceId.ToString();
            Assert.Equal("shop.ordered/v1:7", await host.Outbox.PublishAsync(new Ordered(7), transaction));
            var options = new PublishOptions { CorrelationId = "talk", Headers = new Dictionary<string, string> { ["Tenant"] = "Zoë & Söhne" } };
            id = await host.Outbox.PublishAsync(new Billed(7), transaction, new OutboxOptions { Publish = options });
            await transaction.CommitAsync();
        }

        var stored = new List<StoredMessage>();
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        await foreach (var message in host.Transport.ReadAsync("SHOP", ">", 0, CancellationToken.None))
        {
            stored.Add(message);
        }

        Assert.Equal(2, stored.Count);
        var ordered = Assert.Single(stored, message => message.Subject == "shop.ordered.v1");
        Assert.Equal("shop.ordered/v1:7", ordered.MessageId);
        Assert.Equal(MessageSerializer.SerializeToArray(new Ordered(7)), ordered.Payload.ToArray());
        var billed = Assert.Single(stored, message => message.Subject == "shop.billed.v1");
        Assert.Equal(id, billed.MessageId);
        Assert.Equal(7, Guid.ParseExact(id, "N").Version);
        Assert.Equal("talk", billed.Headers![HeaderRules.CorrelationId]);
        Assert.Equal("Zoë & Söhne", billed.Headers["Tenant"]);
        Assert.Contains(trace, billed.Headers["traceparent"], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_relay_that_dies_between_publish_and_delete_leaves_one_copy(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await database.ExecuteAsync("""
            CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN OLD; END $$;
            CREATE TRIGGER dies BEFORE DELETE ON messaging.outbox FOR EACH ROW EXECUTE FUNCTION dies();
            """);

        await WriteAsync(host, database, new Step("once", 1), new Step("once", 2), new Step("once", 3));
        await ShopHost.UntilAsync(async () => (await host.StoredAsync<Step>(">")).Count >= 3, "all are published");
        await Task.Delay(2500); // the relay comes back and tries again
        Assert.Equal(3, await database.CountAsync("messaging.outbox"));

        await database.ExecuteAsync("DROP TRIGGER dies ON messaging.outbox");
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        Assert.Equal([1, 2, 3], (await host.StoredAsync<Step>(">")).Select(step => step.Number));
    }

    [Fact]
    public async Task Without_notifications_the_relay_polls()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false, configure: options => options.Notify = false);
        await WriteAsync(host, database, new Step("polled", 1));
        await ShopHost.UntilAsync(async () => (await host.StoredAsync<Step>(">")).Count == 1, "it is published");
    }

    [Fact]
    public async Task A_commit_wakes_the_relay()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(
            database.ConnectionString, broker.Use, handle: false, configure: options => options.PollInterval = TimeSpan.FromHours(1));
        await WriteAsync(host, database, new Step("first", 1));
        await ShopHost.UntilAsync(async () => (await host.StoredAsync<Step>(">")).Count == 1, "the first is published");
        await WriteAsync(host, database, new Step("second", 1));
        await ShopHost.UntilAsync(async () => (await host.StoredAsync<Step>(">")).Count == 2, "the second is published");
    }

    [Fact]
    public async Task A_transaction_that_has_ended_takes_nothing()
    {
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await using var connection = await database.Source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await transaction.CommitAsync();
        await Assert.ThrowsAnyAsync<Exception>(async () => await host.Outbox.PublishAsync(new Step("late", 1), transaction));
        Assert.Equal(0, await database.CountAsync("messaging.outbox"));
    }

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_message_may_have_a_time_to_live_and_no_expectations(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var mortal = new OutboxOptions { Publish = new PublishOptions { TimeToLive = TimeSpan.FromSeconds(1) } };
        await host.Outbox.PublishAsync(new Step("mortal", 1), transaction, mortal);
        await host.Outbox.PublishAsync(new Step("lasting", 1), transaction);
        var expecting = new OutboxOptions { Publish = new PublishOptions { ExpectedLastSequence = 0 } };
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Outbox.PublishAsync(new Step("expecting", 1), transaction, expecting));
        await transaction.CommitAsync();

        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        await ShopHost.UntilAsync(async () => (await host.StoredAsync<Step>(">")).Count == 1, "the mortal one is gone");
        Assert.Equal("lasting", Assert.Single(await host.StoredAsync<Step>(">")).Cart);
    }

    internal static async Task WriteAsync(ShopHost host, TestDatabase database, params Step[] steps)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var step in steps)
        {
            await host.Outbox.PublishAsync(step, transaction);
        }

        await transaction.CommitAsync();
    }
}
