using Messaging.Codegen.Postgres.Tests.Harness;
using Messaging.Codegen.TestServers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen.Postgres.Tests.Inbox;

public sealed class OutageTests
{
    private const int Orders = 200;

    public static TheoryData<string, bool> Outages => new()
    {
        { TestBroker.Memory, true },
        { TestBroker.Nats, false },
    };

    [Theory, MemberData(nameof(Outages))]
    public async Task An_outage_in_the_middle_of_a_run_loses_and_doubles_nothing_and_burns_no_delivery(string kind, bool kill)
    {
        await using var server = await PostgresServer.StartAsync();
        await using var broker = await TestBroker.StartAsync(kind);
        await using var database = await TestDatabase.CreateAsync(server);
        await using var host = await ShopHost.StartAsync(
            database.ConnectionString, broker.Use, more: messaging => messaging.Services.AddHealthChecks().AddMessaging());
        var handled = 0;
        var underWay = new TaskCompletionSource();
        host.Behaviour.AfterEffect = async (_, _, _) =>
        {
            if (Interlocked.Increment(ref handled) == Orders / 4)
            {
                underWay.SetResult();
            }

            await Task.Delay(5);
        };

        await host.OrderAsync(1, Orders);
        await underWay.Task.WaitAsync(ShopHost.Patience);
        if (kill)
        {
            server.Kill();
        }
        else
        {
            await server.StopAsync();
        }

        // Longer than all deliveries with their backoff would take, were they burnt.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, health.Entries["messaging"].Status);
        Assert.Equal(HealthStatus.Unhealthy, health.Entries["messaging-outbox"].Status);

        await server.RestartAsync();
        database.Source.Clear(); // the test's own connections, which nobody looks after
        await host.UntilBilledAsync(Orders);
        await host.SettleAsync();
        Assert.Equal(Enumerable.Range(1, Orders), await database.EffectsAsync());
        Assert.Equal(Enumerable.Range(1, Orders), (await host.StoredAsync<Billed>("shop.billed.>")).Select(billed => billed.OrderId).Order());
        Assert.Equal(0, host.Billing.Retried);
        Assert.Equal(0, host.Billing.DeadLettered);
        health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, health.Status);
    }
}
