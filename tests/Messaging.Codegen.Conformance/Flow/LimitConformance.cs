using System.Collections.Concurrent;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>What bounds a consumer: memory, rate, time.</summary>
public abstract class LimitConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Theory]
    [InlineData(null)]
    [InlineData("Key")]
    public async Task A_slow_consumer_holds_no_more_than_its_prefetch(string? partitionBy)
    {
        const int prefetch = 16;
        const int concurrency = 2;
        var release = new SemaphoreSlim(0);
        var process = await StartAsync(
            Quick(concurrency: concurrency, prefetch: prefetch, partitionBy: partitionBy),
            (_, _, cancellationToken) => release.WaitAsync(cancellationToken));
        await process.PublishAsync(Enumerable.Range(0, 100 * prefetch).Select(number => NewWork(number, $"key-{number}")));
        for (var handled = 0; handled < 100; handled++)
        {
            await Waiting.UntilAsync(
                () => process.Consumer.Handled == handled && process.Consumer.Received > handled, "it has handled what it may, and the next one is here");

            // What is here is what was received and not handled: what is in work, and no more than the prefetch besides.
            Assert.InRange(process.Consumer.Received - handled, 1, prefetch + concurrency);
            release.Release();
        }

        await Waiting.ForNothingAsync();
        Assert.InRange(process.Consumer.Received - process.Consumer.Handled, prefetch / 2, prefetch + concurrency);
        Assert.Equal((0L, 0L), (process.Consumer.Retried, process.Consumer.DeadLettered));
    }

    [Fact]
    public async Task A_rate_limit_is_kept_and_costs_no_delivery()
    {
        const int rate = 5;
        var period = TimeSpan.FromSeconds(1);
        var deliveries = new ConcurrentQueue<int>();
        var options = new HandlerOptions("c", "Test.Handle") { Concurrency = 8, RateLimit = new RateLimit(rate, period), AckWait = ShortAckWait };
        var begin = Fixture.Time.GetTimestamp();
        var process = await StartAsync(options, (_, context, _) =>
        {
            deliveries.Enqueue(context.DeliveryCount);
            return Task.CompletedTask;
        });
        await process.PublishAsync(Enumerable.Range(0, 4 * rate).Select(number => NewWork(number)));
        await SettledAsync();

        // No machine is too slow for this one: the first period cannot begin before the service does.
        Assert.True(Fixture.Time.GetElapsedTime(begin) >= 3 * period);
        Assert.Equal(4 * rate, deliveries.Count);
        Assert.All(deliveries, static count => Assert.Equal(1, count));
        Assert.Equal(4 * rate, process.Consumer.Received);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_cancelled_and_has_failed()
    {
        var cancelled = 0;
        var options = new HandlerOptions("c", "Test.Handle")
        {
            MaxDeliver = 2,
            Backoff = [TimeSpan.FromMilliseconds(20)],
            Timeout = TimeSpan.FromMilliseconds(300),
        };
        var process = await StartAsync(options, async (work, _, cancellationToken) =>
        {
            if (work.Number == 0)
            {
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, Fixture.Time, cancellationToken);
                }
                finally
                {
                    Interlocked.Increment(ref cancelled);
                }
            }
        });
        await process.PublishAsync(NewWork(0), NewWork(1));
        await SettledAsync();

        Assert.Equal(2, cancelled);
        Assert.Equal((1L, 1L, 1L), (process.Consumer.Handled, process.Consumer.Retried, process.Consumer.DeadLettered));
        var copy = await Transport.GetAsync($"{Stream}_DLQ", 1, CancellationToken.None);
        Assert.Equal("System.TimeoutException", copy!.Headers![HeaderRules.Exception]);
    }

    [Fact]
    public async Task A_handler_that_hangs_is_left_behind_and_its_neighbours_are_handled()
    {
        using var never = new ManualResetEventSlim();
        var options = new HandlerOptions("c", "Test.Handle")
        {
            MaxDeliver = 2,
            Backoff = [TimeSpan.FromMilliseconds(20)],
            Timeout = TimeSpan.FromMilliseconds(200),
        };
        var process = await StartAsync(options, async (work, _, _) =>
        {
            if (work.Number == 0)
            {
                never.Wait(Waiting.Patience);
            }
            else if (work.Number == 1)
            {
                await Task.Delay(Waiting.Patience);
            }
        });
        await process.PublishAsync(Enumerable.Range(0, 10).Select(number => NewWork(number)));
        await SettledAsync();
        never.Set();

        Assert.Equal((8L, 2L, 2L), (process.Consumer.Handled, process.Consumer.Retried, process.Consumer.DeadLettered));
    }
}
