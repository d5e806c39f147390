using Messaging.Codegen.Postgres.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen.Postgres.Tests.Outbox;

[Collection(PostgresCollection.Name)]
public sealed class RefusalTests(PostgresFixture postgres)
{
    private const int MoreThanAMessageMayHave = 1_200_000;

    public static TheoryData<string> Brokers => TestBroker.All;

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_message_that_is_refused_for_good_is_kept_with_the_reason_and_blocks_nothing(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await OutboxTests.WriteAsync(
            host, database, new Step("cart", 1), new Step("cart", 2, new byte[MoreThanAMessageMayHave]), new Step("cart", 3), new Step("other", 1));

        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox WHERE failed_at IS NULL") == 0, "only the refused one is left");
        var steps = await host.StoredAsync<Step>(">");
        Assert.Equal([1, 3], steps.Where(step => step.Cart == "cart").Select(step => step.Number));
        Assert.Single(steps, step => step.Cart == "other");
        Assert.Equal(1, await database.CountAsync("messaging.outbox"));
        Assert.Contains("TooLarge", await database.ScalarAsync<string>("SELECT reason FROM messaging.outbox"), StringComparison.Ordinal);
        var health = (await CheckAsync(host)).Entries["messaging-outbox"];
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal(1L, health.Data["failed"]);

        // With its cause removed it is published after all.
        await database.ExecuteAsync($"UPDATE messaging.outbox SET payload = '\\x{Convert.ToHexString(MessageSerializer.SerializeToArray(new Step("cart", 2)))}'");
        Assert.Equal(1, await host.Outbox.RetryFailedAsync());
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        Assert.Equal([1, 3, 2], (await host.StoredAsync<Step>(">")).Where(step => step.Cart == "cart").Select(step => step.Number));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
    }

    [Theory, MemberData(nameof(Brokers))]
    public async Task A_message_without_a_stream_is_tried_for_ever_and_blocks_only_its_key(string kind)
    {
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await postgres.NewDatabaseAsync();
        await using var host = await ShopHost.StartAsync(database.ConnectionString, broker.Use, handle: false);
        await using (var connection = await database.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await host.Outbox.PublishAsync(new Lost(1), transaction);
            await host.Outbox.PublishAsync(new Lost(2), transaction);
            await host.Outbox.PublishAsync(new Step("cart", 1), transaction);
            await transaction.CommitAsync();
        }

        await ShopHost.UntilAsync(async () => await database.ScalarAsync<int>("SELECT max(attempts) FROM messaging.outbox") >= 2, "the first is tried again");
        Assert.Single(await host.StoredAsync<Step>(">"));
        Assert.Equal(1, await database.CountAsync("messaging.outbox WHERE attempts > 0"));

        await host.Transport.ProvisionAsync([new StreamDefinition("LATE", ["nowhere.>"])], [], Provision.Create, CancellationToken.None);
        await ShopHost.UntilAsync(async () => await database.CountAsync("messaging.outbox") == 0, "the outbox is empty");
        var numbers = new List<int>();
        await foreach (var message in host.Transport.ReadAsync("LATE", ">", 0, CancellationToken.None))
        {
            numbers.Add(MessageSerializer.Deserialize<Lost>(message.Payload).Number);
        }

        Assert.Equal([1, 2], numbers);
    }

    private static Task<HealthReport> CheckAsync(ShopHost host) => host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
