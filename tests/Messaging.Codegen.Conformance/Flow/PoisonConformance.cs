using System.Collections.Concurrent;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A message that kills its process each time is given up, and takes none of its neighbours along.</summary>
public abstract class PoisonConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int Neighbours = 30;
    private const int MaxDeliver = 2;

    [Theory]
    [InlineData(0, null)]
    [InlineData(15, null)]
    [InlineData(0, "Key")]
    public async Task A_message_that_kills_its_process_is_dead_lettered_and_its_neighbours_are_handled(int poison, string? partitionBy)
    {
        var handled = new ConcurrentDictionary<int, int>();
        var options = new HandlerOptions("c", "Test.Handle")
        {
            MaxDeliver = MaxDeliver,
            AckWait = ShortAckWait,
            Concurrency = 4,
            PartitionBy = partitionBy,
        };
        var deaths = 0;
        var isSettled = false;
        while (!isSettled)
        {
            Assert.True(deaths <= 2 * MaxDeliver + 3, "It dies more often than it may.");
            var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            FlowProcess? process = null;
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            process = await StartAsync(options, async (work, _, cancellationToken) =>
            {
                await started.Task;
                if (work.Number == poison)
                {
                    await process!.KillAsync(Fixture);
                    died.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                }

                // What dies with its process leaves no effect.
                await Task.Yield();
                if (!died.Task.IsCompleted)
                {
                    handled.AddOrUpdate(work.Number, 1, static (_, count) => count + 1);
                }
            });
            if (deaths == 0)
            {
                await process.PublishAsync(Enumerable.Range(0, Neighbours + 1).Select(number => NewWork(number, $"key-{number % 5}")));
            }

            started.SetResult();
            await Waiting.WhileTimePassesUntilAsync(
                async () => died.Task.IsCompleted || (isSettled = await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }),
                "the process dies or everything is settled");
            deaths += died.Task.IsCompleted ? 1 : 0;
        }

        Assert.Equal(Enumerable.Range(0, Neighbours + 1).Where(number => number != poison), handled.Keys.Order());
        var copy = await Transport.GetAsync($"{Stream}_DLQ", 1, CancellationToken.None);
        Assert.Equal(poison, MessageSerializer.Deserialize<Work>(copy!.Payload).Number);
        Assert.Contains("tried alone", copy.Headers![HeaderRules.Reason], StringComparison.Ordinal);
        Assert.Equal(1UL, (await Transport.GetStreamStateAsync($"{Stream}_DLQ", CancellationToken.None)).Messages);
        Assert.Equal(0UL, (await Transport.GetStreamStateAsync($"{Stream}_QUARANTINE", CancellationToken.None)).Messages);
    }
}
