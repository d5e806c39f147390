namespace Messaging.Codegen.Testing.Tests;

public sealed class ChaosTests
{
    [Fact]
    public async Task A_handler_that_is_not_idempotent_shows_two_effects()
    {
        await using var host = await ShopHost.StartAsync(null, "billing");
        host.Chaos.DuplicateEveryMessage();

        await host.PublishAsync(new Ordered { Number = 1 });
        await host.WaitUntilIdleAsync();

        Assert.Equal(2, host.Effects());
        Assert.Equal(2, host.Handled<Ordered>().Count);
        Assert.Single(host.Published<Paid>());
    }

    [Fact]
    public async Task An_idempotent_handler_passes()
    {
        await using var host = await ShopHost.StartAsync(null, "careful");
        host.Chaos.DuplicateEveryMessage().CrashBeforeAck();

        for (var number = 0; number < 100; number++)
        {
            await host.PublishAsync(new Ordered { Number = number });
        }

        await host.WaitUntilIdleAsync();

        Assert.Equal(100, host.Effects());
    }

    [Fact]
    public async Task A_crash_before_the_acknowledgement_brings_the_message_back_after_the_ack_wait()
    {
        await using var host = await ShopHost.StartAsync(null, "billing");
        host.Chaos.CrashBeforeAck(times: 2);

        var before = host.Time.GetUtcNow();
        await host.PublishAsync(new Ordered { Number = 1 });
        await host.WaitUntilIdleAsync();

        Assert.Equal([1, 2, 3], host.Handled<Ordered>().Select(handled => handled.Context.DeliveryCount));
        Assert.True(host.Time.GetUtcNow() - before >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Reordered_messages_come_in_another_order_and_all()
    {
        await using var host = await ShopHost.StartAsync(null, "shipping");
        host.Chaos.Reorder();

        for (var number = 0; number < 50; number++)
        {
            await host.PublishAsync(new Paid(number));
        }

        await host.WaitUntilIdleAsync();

        var order = host.Handled<Paid>().Select(handled => handled.Message.Number).ToArray();
        Assert.NotEqual(Enumerable.Range(0, 50), order);
        Assert.Equal(Enumerable.Range(0, 50), order.Order());
        Assert.All(host.Handled<Paid>(), handled => Assert.Equal(1, handled.Context.DeliveryCount));
    }

    [Fact]
    public async Task The_same_seed_hits_the_same_messages()
    {
        Assert.Equal(await RunAsync(5), await RunAsync(5));
        Assert.NotEqual(await RunAsync(5), await RunAsync(6));

        static async Task<string> RunAsync(int seed)
        {
            await using var host = await ShopHost.StartAsync(null, "careful");
            host.Chaos.Seed = seed;
            host.Chaos.Poison(probability: 0.3);
            for (var number = 0; number < 40; number++)
            {
                await host.PublishAsync(new Ordered { Number = number });
            }

            await host.WaitUntilIdleAsync();
            Assert.Equal(40, host.DeadLettered<Ordered>().Count + host.Handled<Ordered>().Count);
            return string.Join(',', host.DeadLettered<Ordered>().Select(dead => dead.Message.Number).Order());
        }
    }

    [Fact]
    public async Task Poison_fails_until_it_is_dead_lettered_and_its_neighbours_do_not()
    {
        await using var host = await ShopHost.StartAsync(null, "billing");
        host.Chaos.Poison<Ordered>(order => order.Number == 3).Poison<Ordered>(order => order.Number == 4);

        for (var number = 0; number < 10; number++)
        {
            await host.PublishAsync(new Ordered { Number = number });
        }

        await host.WaitUntilIdleAsync();

        Assert.Equal([3, 4], host.DeadLettered<Ordered>().Select(dead => dead.Message.Number).Order());
        Assert.All(host.DeadLettered<Ordered>(), dead => Assert.IsType<ChaosException>(dead.Exception));
        Assert.Equal(8, host.Handled<Ordered>().Count);
    }

    [Fact]
    public async Task A_handler_that_fails_for_a_while_succeeds_in_the_end()
    {
        await using var host = await ShopHost.StartAsync();
        host.Chaos.Poison(times: 2);

        await host.PublishAsync(new Ordered { Number = 1 });
        await host.WaitUntilIdleAsync();

        Assert.Equal(3, Assert.Single(host.Handled<Shipped>()).Context.DeliveryCount);
        Assert.Empty(host.DeadLettered<Ordered>());
    }

    [Fact]
    public async Task Slow_handlers_are_waited_for_and_nothing_comes_twice()
    {
        await using var host = await ShopHost.StartAsync();
        host.Chaos.Slow(TimeSpan.FromMinutes(1));

        var before = host.Time.GetUtcNow();
        await host.PublishAsync(new Ordered { Number = 1 });
        await host.WaitUntilIdleAsync();

        Assert.Equal(1, Assert.Single(host.Handled<Shipped>()).Context.DeliveryCount);
        Assert.True(host.Time.GetUtcNow() - before >= TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task Calm_ends_it()
    {
        await using var host = await ShopHost.StartAsync(null, "billing");
        host.Chaos.DuplicateEveryMessage().Poison().Calm();

        await host.PublishAsync(new Ordered { Number = 1 });
        await host.WaitUntilIdleAsync();

        Assert.Single(host.Handled<Ordered>());
    }

    [Fact]
    public async Task Everything_at_once_loses_nothing()
    {
        await using var host = await ShopHost.StartAsync();
        host.Chaos.Duplicate(0.2).Delay(TimeSpan.FromSeconds(10), 0.3).CrashBeforeAck(0.2).Poison(0.2, times: 1).Slow(TimeSpan.FromSeconds(2), 0.1);

        for (var number = 0; number < 200; number++)
        {
            await host.PublishAsync(new Ordered { Number = number });
        }

        await host.WaitUntilIdleAsync();

        Assert.Equal(Enumerable.Range(0, 200), host.Handled<Shipped>().Select(handled => handled.Message.Number).Distinct().Order());
        Assert.Empty(host.DeadLettered<Ordered>());
    }
}
