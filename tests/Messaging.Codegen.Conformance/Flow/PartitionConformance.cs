using System.Collections.Concurrent;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>Messages of one key are handled one after the other in the order of the stream, those of many keys at the same time.</summary>
public abstract class PartitionConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task One_message_of_a_key_is_worked_on_at_a_time_and_many_keys_are()
    {
        const int keys = 8;
        var working = new ConcurrentDictionary<string, int>();
        var order = new ConcurrentQueue<Work>();
        var overlaps = 0;
        var most = 0;
        var together = new Barrier();
        var process = await StartAsync(Quick(concurrency: keys, partitionBy: "Key"), async (work, _, _) =>
        {
            overlaps += working.AddOrUpdate(work.Key, 1, static (_, count) => count + 1) > 1 ? 1 : 0;
            InterlockedMax(ref most, working.Values.Sum());
            if (work.Number < keys)
            {
                // The first one of every key waits for the first ones of all the others.
                await together.ArriveAsync(keys);
            }

            await Task.Yield();
            order.Enqueue(work);
            working.AddOrUpdate(work.Key, 0, static (_, count) => count - 1);
        });
        await process.PublishAsync(Enumerable.Range(0, 200).Select(number => NewWork(number, $"key-{number % keys}")));
        await SettledAsync();

        Assert.Equal(0, overlaps);
        Assert.Equal(keys, most);
        Assert.Equal(200, order.Count);
        AssertOrderPerKey(order);
    }

    [Fact]
    public async Task A_failing_message_holds_back_the_later_ones_of_its_key_and_no_others()
    {
        var order = new ConcurrentQueue<Work>();
        var tries = new ConcurrentQueue<int>();
        var othersDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await StartAsync(Quick(maxDeliver: 5, concurrency: 2, partitionBy: "Key"), async (work, context, _) =>
        {
            if (work is { Key: "bad", Number: 0 })
            {
                tries.Enqueue(context.DeliveryCount);
                if (context.DeliveryCount < 3)
                {
                    throw new InvalidOperationException("not yet");
                }

                // Everything of the other key is done while this one still holds back its own.
                await othersDone.Task;
            }

            order.Enqueue(work);
            if (order.Count(done => done.Key == "good") == 20)
            {
                othersDone.TrySetResult();
            }
        });
        await process.PublishAsync(Enumerable.Range(0, 20).SelectMany(number => new[] { NewWork(2 * number, "bad"), NewWork((2 * number) + 1, "good") }));
        await SettledAsync();

        Assert.Equal([1, 2, 3], tries);
        AssertOrderPerKey(order);
        Assert.Equal(40, order.Count);
        Assert.Equal((40L, 2L, 40L), (process.Consumer.Handled, process.Consumer.Retried, process.Consumer.Received));
    }

    [Fact]
    public async Task A_dead_letter_lets_the_later_ones_of_its_key_go_on()
    {
        var order = new ConcurrentQueue<Work>();
        var process = await StartAsync(Quick(maxDeliver: 3, concurrency: 4, partitionBy: "Key"), (work, _, _) =>
        {
            order.Enqueue(work);
            return work.Number == 3 ? throw new InvalidOperationException("never") : Task.CompletedTask;
        });
        await process.PublishAsync(Enumerable.Range(0, 10).Select(number => NewWork(number)));
        await SettledAsync();

        Assert.Equal([0, 1, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9], order.Select(work => work.Number));
        Assert.Equal((9L, 1L), (process.Consumer.Handled, process.Consumer.DeadLettered));
    }

    [Fact]
    public async Task More_failing_keys_than_the_prefetch_are_held_in_bounded_memory_and_all_settled()
    {
        const int count = 60;
        var process = await StartAsync(
            Quick(maxDeliver: 3, concurrency: 4, prefetch: 8, partitionBy: "Key"), (_, _, _) => throw new InvalidOperationException("never"));
        await process.PublishAsync(Enumerable.Range(0, count).Select(number => NewWork(number, $"key-{number}")));
        await SettledAsync();

        Assert.Equal((0L, 2L * count, (long)count), (process.Consumer.Handled, process.Consumer.Retried, process.Consumer.DeadLettered));
        Assert.Equal(count, process.Consumer.Received);
    }

    [Fact]
    public async Task What_waits_for_its_next_try_is_kept_from_the_ack_wait_and_given_back_at_a_stop()
    {
        // Long enough for a signal of progress to be late on a busy machine.
        var ackWait = 3 * ShortAckWait;
        var options = new HandlerOptions("c", "Test.Handle")
        {
            MaxDeliver = 9,
            Backoff = [2 * ackWait],
            AckWait = ackWait,
            PartitionBy = "Key",
        };
        var failed = new ConcurrentQueue<int>();
        var first = await StartAsync(options, (work, context, _) =>
        {
            failed.Enqueue(context.DeliveryCount);
            throw new InvalidOperationException("never here");
        });
        await first.PublishAsync(NewWork(0), NewWork(1));
        await Waiting.WhileTimePassesUntilAsync(() => failed.Count == 2, "it is tried a second time");
        Assert.Equal([1, 2], failed);
        Assert.Equal(2, first.Consumer.Received);
        await first.StopAsync();

        var order = new ConcurrentQueue<int>();
        await StartAsync(options, (work, _, _) =>
        {
            order.Enqueue(work.Number);
            return Task.CompletedTask;
        });
        await SettledAsync();

        // In which order a broker redelivers what was given back is its own affair.
        Assert.Equal([0, 1], order.Order());
    }

    private static void AssertOrderPerKey(IEnumerable<Work> order)
    {
        foreach (var key in order.GroupBy(work => work.Key))
        {
            Assert.Equal(key.Select(work => work.Number).Order(), key.Select(work => work.Number));
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private sealed class Barrier
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;

        public Task ArriveAsync(int expected)
        {
            if (Interlocked.Increment(ref _arrived) == expected)
            {
                _full.SetResult();
            }

            return _full.Task.WaitAsync(Waiting.Patience);
        }
    }
}
