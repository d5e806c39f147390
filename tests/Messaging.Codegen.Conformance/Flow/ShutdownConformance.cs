using System.Collections.Concurrent;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A service that stops loses nothing and doubles nothing, and does not stay longer than it may.</summary>
public abstract class ShutdownConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int InFlight = 1_000;
    private const int Concurrency = 64;

    private readonly ConcurrentDictionary<int, int> _effects = [];

    [Theory]
    [InlineData(Idempotency.None, null)]
    [InlineData(Idempotency.Memory, null)]
    [InlineData(Idempotency.None, "Key")]
    public async Task A_shutdown_with_1000_messages_in_flight_loses_and_doubles_nothing(Idempotency idempotency, string? partitionBy)
    {
        var options = Options(idempotency, partitionBy);
        var begun = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = await StartAsync(options, async (work, _, _) =>
        {
            if (Interlocked.Increment(ref begun) == 300)
            {
                enough.SetResult();
            }

            await Task.Delay(5, CancellationToken.None);
            Count(work);
        });
        await PublishAllAsync(first);
        await enough.Task.WaitAsync(Waiting.Patience);
        await first.StopAsync();
        Assert.InRange(_effects.Count, 300, InFlight);
        Assert.Equal(_effects.Count, first.Consumer.Handled);

        await FinishAsync(options);
    }

    /// <param name="enough">How many are begun when it stops: with 1, most of them are still on their way from the server.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(Concurrency)]
    public async Task A_shutdown_without_patience_cancels_what_runs_and_gives_it_back(int enough)
    {
        await ProvisionAsync();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(number => Transport.PublishAsync(
            new OutgoingBytes($"{Root}.work", $"{number}", null, MessageSerializer.SerializeToArray(NewWork(number))), CancellationToken.None).AsTask()));
        var options = Options(Idempotency.Memory, null);
        var begun = 0;
        var areEnough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = await StartAsync(options, async (work, _, cancellationToken) =>
        {
            if (Interlocked.Increment(ref begun) == enough)
            {
                areEnough.SetResult();
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            Count(work);
        });
        await areEnough.Task.WaitAsync(Waiting.Patience);
        await first.StopAsync(new CancellationToken(canceled: true));
        Assert.Empty(_effects);
        Assert.Equal((0L, 0L, 0L), (first.Consumer.Handled, first.Consumer.Retried, first.Consumer.DeadLettered));

        await FinishAsync(options);
    }

    [Fact]
    public async Task A_handler_that_does_not_heed_its_cancellation_keeps_nobody_from_stopping()
    {
        var hung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new HandlerOptions("c", "Test.Handle") { AckWait = ShortAckWait };
        var first = await StartAsync(options, async (_, _, _) =>
        {
            hung.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
        });
        await first.PublishAsync(NewWork(0), NewWork(1));
        await hung.Task.WaitAsync(Waiting.Patience);
        await first.StopAsync(new CancellationToken(canceled: true)).WaitAsync(Waiting.Patience);

        await FinishAsync(options, count: 2);
    }

    [Fact]
    public async Task Publishes_that_are_under_way_end_with_a_receipt_or_an_exception()
    {
        await ProvisionAsync();
        var process = await StartProcessAsync();
        var publishes = Enumerable.Range(0, 500)
            .Select(number => Task.Run(async () => await process.PublishAsync(Message("m", $"{number}"), CancellationToken.None)))
            .ToArray();
        await process.DisposeAsync();
        await Task.WhenAll(publishes).WaitAsync(Waiting.Patience).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.All(publishes, static publish => Assert.True(publish.IsCompleted));
        var receipts = publishes.Where(static publish => publish.IsCompletedSuccessfully).Select(static publish => publish.Result.Sequence).ToArray();
        Assert.Equal(receipts.Length, receipts.Distinct().Count());
        foreach (var sequence in receipts)
        {
            Assert.NotNull(await Transport.GetAsync(Stream, sequence, CancellationToken.None));
        }
    }

    private static HandlerOptions Options(Idempotency idempotency, string? partitionBy) => new("c", "Test.Handle")
    {
        Concurrency = Concurrency,
        Prefetch = InFlight,
        AckWait = LongAckWait,
        Idempotency = idempotency,
        PartitionBy = partitionBy,
    };

    private Task PublishAllAsync(FlowProcess process) =>
        process.PublishAsync(Enumerable.Range(0, InFlight).Select(number => NewWork(number, $"key-{number % 100}")));

    private void Count(Work work) => _effects.AddOrUpdate(work.Number, 1, static (_, count) => count + 1);

    /// <summary>Another process handles the rest.</summary>
    private async Task FinishAsync(HandlerOptions options, int count = InFlight)
    {
        var second = await StartAsync(options, (work, _, _) =>
        {
            Count(work);
            return Task.CompletedTask;
        });
        await SettledAsync();
        Assert.Equal(0, second.Consumer.DeadLettered);
        Assert.Equal(Enumerable.Range(0, count), _effects.Keys.Order());
        Assert.All(_effects.Values, static times => Assert.Equal(1, times));
    }
}
