using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Testing.Tests;

/// <summary>Idle means idle: not early, not late, and no real time for virtual delays.</summary>
public sealed class WaitUntilIdleTests
{
    [Fact]
    public async Task It_waits_for_a_cascade_through_three_handlers_with_retries()
    {
        await using var host = await ShopHost.StartAsync(behaviour =>
        {
            behaviour.OnOrder = async (number, context, _) =>
            {
                await Task.Yield();
                FailUntil(context, 3);
            };
            behaviour.OnPayment = (_, context) => Failing(context, 2);
            behaviour.OnShipment = (_, context) => Failing(context, 4);
        });

        var before = host.Time.GetUtcNow();
        await host.PublishAsync(new Ordered { Number = 1 });
        await host.WaitUntilIdleAsync();

        Assert.Equal(1, Assert.Single(host.Handled<Shipped>("mailing")).Message.Number);
        Assert.Equal([2, 1, 3], new[] { host.Failed<Ordered>().Count, host.Failed<Paid>().Count, host.Failed<Shipped>().Count });
        Assert.Single(host.Published<Paid>());
        Assert.Single(host.Published<Shipped>());
        Assert.True(host.Time.GetUtcNow() - before > TimeSpan.FromMinutes(6), "The delays of the backoff have passed.");
    }

    [Fact]
    public async Task It_neither_hangs_nor_returns_early_a_thousand_times()
    {
        const int rounds = 1_000;
        await using var host = await ShopHost.StartAsync(behaviour =>
        {
            behaviour.OnOrder = async (number, context, _) =>
            {
                await Task.Yield();
                FailUntil(context, (number % 3) + 1);
            };
            behaviour.OnPayment = async (number, context) =>
            {
                await Task.Yield();
                FailUntil(context, (number % 2) + 1);
            };
        });

        for (var round = 1; round <= rounds; round++)
        {
            await host.PublishAsync(new Ordered { Number = round });
            await host.WaitUntilIdleAsync();
            var states = await StatesAsync(host);
            Assert.All(states, state => Assert.Equal((0UL, 0UL), (state.Pending, state.AckPending)));
            Assert.Equal((ulong)(3 * round), states.Max(state => state.AckFloor));
        }

        Assert.Equal(Enumerable.Range(1, rounds), host.Handled<Shipped>("mailing").Select(handled => handled.Message.Number));
    }

    [Fact]
    public async Task It_waits_for_what_is_scheduled()
    {
        await using var host = await ShopHost.StartAsync();
        var before = host.Time.GetUtcNow();
        await host.Services.GetRequiredService<IPublisher<Ordered>>().ScheduleAsync(new Ordered { Number = 1 }, TimeSpan.FromHours(2));

        await host.WaitUntilIdleAsync(horizon: TimeSpan.FromHours(1));
        Assert.Empty(host.Handled<Ordered>("billing"));

        await host.WaitUntilIdleAsync();
        Assert.Single(host.Handled<Shipped>("mailing"));
        Assert.True(host.Time.GetUtcNow() - before >= TimeSpan.FromHours(2), "The message came when it was due.");
    }

    [Fact]
    public async Task It_waits_for_many_messages_at_once()
    {
        await using var host = await ShopHost.StartAsync(behaviour => behaviour.OnOrder = (number, context, _) => number % 10 == 0 ? Failing(context, 2) : Task.CompletedTask);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => host.PublishAsync(new Ordered { Number = number }).AsTask()));
        await host.WaitUntilIdleAsync();

        Assert.Equal(Enumerable.Range(0, 500), host.Handled<Shipped>().Select(handled => handled.Message.Number).Order());
    }

    [Fact]
    public async Task It_waits_for_a_handler_that_takes_real_time()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ShopHost.StartAsync(behaviour => behaviour.OnOrder = (_, _, _) => release.Task, "billing");
        await host.PublishAsync(new Ordered { Number = 1 });

        var idle = host.WaitUntilIdleAsync();
        Assert.NotSame(idle, await Task.WhenAny(idle, Task.Delay(300)));
        release.SetResult();

        await idle;
        Assert.Single(host.Handled<Ordered>());
        Assert.Empty(host.Failed<Ordered>());
    }

    [Fact]
    public async Task It_moves_time_on_for_a_handler_that_waits_for_the_hosts_time()
    {
        await using var host = await ShopHost.StartAsync(
            behaviour => behaviour.OnOrder = (_, context, ct) => Task.Delay(TimeSpan.FromMinutes(2), context.Services.GetRequiredService<TimeProvider>(), ct), "billing");
        await host.PublishAsync(new Ordered { Number = 1 });

        await host.WaitUntilIdleAsync();

        // Two minutes are four ack waits: progress signals have kept it.
        Assert.Equal(1, Assert.Single(host.Handled<Ordered>()).Context.DeliveryCount);
    }

    [Fact]
    public async Task Redeliveries_behind_the_horizon_are_left()
    {
        await using var host = await ShopHost.StartAsync(behaviour => behaviour.OnOrder = (_, context, _) => Failing(context, 3), "billing");
        await host.PublishAsync(new Ordered { Number = 1 });

        await host.WaitUntilIdleAsync(horizon: TimeSpan.FromSeconds(30));
        Assert.Equal(2, host.Failed<Ordered>().Count);
        Assert.Empty(host.Handled<Ordered>());

        await host.WaitUntilIdleAsync();
        Assert.Single(host.Handled<Ordered>());
    }

    [Fact]
    public async Task A_host_with_nothing_to_do_is_idle()
    {
        await using var host = await ShopHost.StartAsync();

        await host.WaitUntilIdleAsync();
    }

    [Fact]
    public async Task When_patience_ends_it_says_what_is_in_work()
    {
        var release = new TaskCompletionSource();
        await using var host = await ShopHost.StartAsync(behaviour => behaviour.OnOrder = (_, _, _) => release.Task, "billing");
        host.Patience = TimeSpan.FromMilliseconds(200);
        await host.PublishAsync(new Ordered { Number = 1 });

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => host.WaitUntilIdleAsync());

        Assert.Contains("billing works on SHOP#1, delivery 1", failure.Message, StringComparison.Ordinal);
        release.SetResult();
    }

    private static Task Failing(MessageContext context, int deliveries)
    {
        FailUntil(context, deliveries);
        return Task.CompletedTask;
    }

    private static void FailUntil(MessageContext context, int delivery)
    {
        if (context.DeliveryCount < delivery)
        {
            throw new InvalidOperationException($"Delivery {context.DeliveryCount} fails.");
        }
    }

    private static async Task<List<ConsumerState>> StatesAsync(MessagingTestHost host)
    {
        var transport = host.Services.GetRequiredService<ITransport>();
        var states = new List<ConsumerState>();
        foreach (var consumer in new[] { "billing", "shipping", "mailing" })
        {
            states.Add(await transport.GetConsumerStateAsync("SHOP", consumer, CancellationToken.None));
        }

        return states;
    }
}
