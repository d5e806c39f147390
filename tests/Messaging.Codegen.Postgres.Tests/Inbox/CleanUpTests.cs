using Messaging.Codegen.Postgres.Tests.Harness;

namespace Messaging.Codegen.Postgres.Tests.Inbox;

[Collection(PostgresCollection.Name)]
public sealed class CleanUpTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Partitions_older_than_the_retention_are_dropped_while_handlers_go_on()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await AddPartitionAsync(database, 30, attach: true);
        await AddPartitionAsync(database, 9, attach: false); // detached by a process that died then
        await AddPartitionAsync(database, 8, attach: true);
        await AddPartitionAsync(database, 7, attach: true);
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var host = await ShopHost.StartAsync(
            database.ConnectionString, broker.Use, configure: options => options.CleanInterval = TimeSpan.FromMilliseconds(200));

        for (var id = 1; id <= 50; id++)
        {
            await host.OrderAsync(id, 1);
        }

        await ShopHost.UntilAsync(async () => await PartitionsAsync(database) == 5, "the old partitions are gone"); // 7 days ago, today and three days ahead
        await host.UntilBilledAsync(50);
        Assert.Equal(Enumerable.Range(1, 50), await database.EffectsAsync());
        Assert.Equal(0, host.Billing.Retried);
        Assert.True(await database.ScalarAsync<bool>("SELECT to_regclass('messaging.' || to_char((now() AT TIME ZONE 'UTC')::date - 7, '\"inbox_\"YYYYMMDD')) IS NOT NULL"));
    }

    [Fact]
    public async Task A_message_of_an_earlier_day_is_a_duplicate_until_its_partition_goes()
    {
        await using var database = await postgres.NewDatabaseAsync();
        await AddPartitionAsync(database, 5, attach: true);
        await database.ExecuteAsync("INSERT INTO messaging.inbox (key, day) VALUES ('SHOP|billing|shop.ordered/v1:1', (now() AT TIME ZONE 'UTC')::date - 5)");
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use);
        await host.OrderAsync(1, 1);
        await host.SettleAsync();
        Assert.Empty(await database.EffectsAsync());
        Assert.Equal(1, host.Billing.Duplicates);

        var partitions = new InboxPartitions(new PostgresMessaging(database.Source, false, new PostgresOptions { InboxRetention = TimeSpan.FromDays(4) }));
        Assert.Single(await partitions.DropOldAsync(CancellationToken.None));
        Assert.Empty(await partitions.DropOldAsync(CancellationToken.None));
        await host.OrderAgainAsync(1);
        await host.SettleAsync();
        Assert.Equal([1], await database.EffectsAsync());
    }

    private static Task AddPartitionAsync(TestDatabase database, int daysAgo, bool attach) => database.ExecuteAsync($"""
        DO $$ DECLARE first date := (now() AT TIME ZONE 'UTC')::date - {daysAgo}; name text := 'messaging.' || to_char(first, '"inbox_"YYYYMMDD'); BEGIN
            EXECUTE format('CREATE TABLE %s (LIKE messaging.inbox INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
            IF {attach} THEN EXECUTE format('ALTER TABLE messaging.inbox ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)', name, first, first + 1); END IF;
        END $$
        """);

    private static Task<long> PartitionsAsync(TestDatabase database) =>
        database.ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'messaging'::regnamespace AND relname ~ '^inbox_[0-9]{8}$' AND relkind = 'r'");
}
