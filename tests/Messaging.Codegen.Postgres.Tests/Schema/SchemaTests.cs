using Messaging.Codegen.Postgres.Tests.Harness;

namespace Messaging.Codegen.Postgres.Tests.Schema;

[Collection(PostgresCollection.Name)]
public sealed class SchemaTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Several_processes_can_make_the_schema_at_once_and_again()
    {
        await using var source = await postgres.NewEmptyDatabaseAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostgresMessagingSchema.CreateAsync(source)));
        await PostgresMessagingSchema.CreateAsync(source);
        await using var buckets = source.CreateCommand("SELECT count(*) FROM messaging.outbox_bucket");
        Assert.Equal(64L, await buckets.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Another_schema_works_like_the_default_one()
    {
        await using var database = await postgres.NewDatabaseAsync("shop_events");
        await using var broker = await TestBroker.StartAsync(TestBroker.Memory);
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, configure: options => options.Schema = "shop_events");
        await host.OrderAsync(1, 3);
        await host.UntilBilledAsync(3);
        Assert.Equal([1, 2, 3], await database.EffectsAsync());
        Assert.Equal(3, await database.CountAsync("shop_events.inbox"));
        Assert.False(await database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'messaging')"));
    }

    [Theory]
    [InlineData("Messaging")]
    [InlineData("a; DROP TABLE effects")]
    [InlineData("1st")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx")]
    public void A_schema_name_that_would_need_quotes_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => PostgresMessagingSchema.GetScript(name));
}
