using System.Collections.Concurrent;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>Handlers that take several messages at once, and the outcome of each message.</summary>
public abstract class BatchConformance<TFixture>(TFixture fixture) : FlowTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<int[]> _batches = [];

    private IEnumerable<int> Handled => _batches.SelectMany(static batch => batch);

    [Fact]
    public async Task Batches_fill_and_the_last_one_does_not_wait_for_ever()
    {
        await PublishAsync(Enumerable.Range(0, 25));
        var process = await StartBatchesAsync(Options(size: 10, wait: Fixture.Time == TimeProvider.System ? TimeSpan.FromSeconds(5) : LongWait), Keep);
        await Waiting.UntilAsync(() => _batches.Count == 2, "the full batches are handled");
        await SettledAsync();

        Assert.Equal([10, 10, 5], _batches.Select(static batch => batch.Length));
        Assert.Equal(Enumerable.Range(0, 25), Handled);
        Assert.Equal((25L, 25L), (process.Consumer.Handled, process.Consumer.Received));
    }

    [Fact]
    public async Task A_message_that_is_failed_is_tried_again_and_the_others_are_handled()
    {
        await PublishAsync(Enumerable.Range(0, 10));
        var process = await StartBatchesAsync(Options(), (batch, context, _) =>
        {
            Keep(batch, context);
            for (var i = 0; i < batch.Count; i++)
            {
                if (batch[i].Number == 3)
                {
                    context.Fail(i, new InvalidOperationException("three"));
                }
                else if (batch[i].Number == 4)
                {
                    context.Fail(i, new DeadLetterException("four"));
                }
            }

            return default;
        });
        await SettledAsync();

        Assert.Equal((8L, 2L, 2L), (process.Consumer.Handled, process.Consumer.Retried, process.Consumer.DeadLettered));
        Assert.Equal(3, Handled.Count(static number => number == 3));
        Assert.All(Handled.CountBy(static number => number).Where(static pair => pair.Key != 3), static pair => Assert.Equal(1, pair.Value));
        Assert.Equal(["four", "3 deliveries failed, the last with: three"], await ReasonsAsync());
    }

    [Fact]
    public async Task A_batch_that_throws_is_tried_message_by_message_and_only_the_bad_one_fails()
    {
        await PublishAsync(Enumerable.Range(0, 10));
        var process = await StartBatchesAsync(Options(maxDeliver: 2), (batch, context, _) =>
        {
            Keep(batch, context);
            return batch.Any(static work => work.Number == 6) ? throw new DeadLetterException("six") : default;
        });
        await SettledAsync();

        Assert.Equal((9L, 0L, 1L), (process.Consumer.Handled, process.Consumer.Retried, process.Consumer.DeadLettered));
        Assert.Equal(["six"], await ReasonsAsync());
        Assert.Contains(_batches, static batch => batch is [6]);
        Assert.Equal(10, process.Consumer.Received);
    }

    [Fact]
    public async Task Redelivered_messages_go_alone()
    {
        await PublishAsync(Enumerable.Range(0, 6));
        var process = await StartBatchesAsync(Options(), (batch, context, _) =>
        {
            Keep(batch, context);
            for (var i = 0; i < batch.Count; i++)
            {
                if (context[i].DeliveryCount == 1)
                {
                    context.Fail(i, new InvalidOperationException("not at once"));
                }
            }

            return default;
        });
        await SettledAsync();

        Assert.Equal((6L, 6L), (process.Consumer.Handled, process.Consumer.Retried));
        Assert.Equal([0, 1, 2, 3, 4, 5], _batches.Where(static batch => batch.Length == 1).Select(static batch => batch[0]).Distinct().Order());
        Assert.Equal(12, Handled.Count());
    }

    [Fact]
    public async Task Doubles_and_what_the_filter_leaves_out_are_in_no_batch()
    {
        await PublishAsync(Enumerable.Range(0, 10));
        await Transport.PublishAsync(new OutgoingBytes($"{Root}.work", "another-id", null, MessageSerializer.SerializeToArray(NewWork(2))), CancellationToken.None);
        var options = new HandlerOptions("c", "Test.Handle") { BatchSize = 20, Idempotency = Idempotency.Memory };
        var process = await StartAsync(module => module.AddBatchRoute<Work>(
            $"{Root}.work", options, (batch, context, _) => Keep(batch, context), filter: static work => work.Number % 2 == 0));
        await SettledAsync();

        Assert.Equal([0, 2, 4, 6, 8], Handled.Order());
        Assert.Equal((5L, 5L, 1L), (process.Consumer.Handled, process.Consumer.Filtered, process.Consumer.Duplicates));
    }

    [Fact]
    public async Task What_a_batch_publishes_has_the_id_of_its_cause()
    {
        await PublishAsync([7]);
        var process = await StartBatchesAsync(Options(), async (batch, context, cancellationToken) =>
        {
            Assert.NotNull(context.Services.GetRequiredService<IPublisher<Work>>());
            if (batch[0].Number == 7)
            {
                await context[0].PublishAsync(batch[0] with { Number = 700 }, cancellationToken);
            }
        });
        await SettledAsync();

        var copy = await Transport.GetAsync(Stream, 2, CancellationToken.None);
        Assert.Equal("conformance.work/v1:7", copy!.Headers![HeaderRules.CausationId]);
        Assert.Equal(2, process.Consumer.Handled);
    }

    [Fact]
    public async Task A_batch_that_takes_too_long_is_cancelled_and_its_messages_show_for_themselves()
    {
        await PublishAsync(Enumerable.Range(0, 5));
        var process = await StartBatchesAsync(Options(maxDeliver: 1, timeout: TimeSpan.FromMilliseconds(300)), async (batch, context, cancellationToken) =>
        {
            await Keep(batch, context);
            if (batch.Any(static work => work.Number == 2))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, Fixture.Time, cancellationToken);
            }
        });
        await SettledAsync();

        Assert.Equal((4L, 1L), (process.Consumer.Handled, process.Consumer.DeadLettered));
    }

    [Fact]
    public async Task A_stop_gives_back_a_batch_that_is_being_filled()
    {
        await PublishAsync(Enumerable.Range(0, 5));
        var first = await StartBatchesAsync(Options(size: 10, wait: TimeSpan.FromHours(1)), Keep);
        await Waiting.UntilAsync(() => first.Consumer.Received == 5, "the messages are there");
        await first.StopAsync();
        Assert.Empty(_batches);

        var second = await StartBatchesAsync(Options(), Keep);
        await SettledAsync();
        Assert.Equal([0, 1, 2, 3, 4], Handled.Order());
        Assert.Equal(5, second.Consumer.Handled);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_quarantined_and_its_neighbours_are_handled()
    {
        await PublishAsync(Enumerable.Range(0, 3));
        await Transport.PublishAsync(new OutgoingBytes($"{Root}.work", null, null, new byte[] { 0xc1 }), CancellationToken.None);
        await PublishAsync(Enumerable.Range(3, 3));
        var process = await StartBatchesAsync(Options(), Keep);
        await SettledAsync();

        Assert.Equal([0, 1, 2, 3, 4, 5], Handled);
        Assert.Equal((6L, 1L), (process.Consumer.Handled, process.Consumer.Quarantined));
    }

    [Fact]
    public async Task A_handler_of_batches_is_alone_on_its_consumer()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(module =>
        {
            module.AddBatchRoute<Work>($"{Root}.work", Options(), (_, _, _) => default);
            module.AddRoute<Work>($"{Root}.other", new HandlerOptions("c", "Test.Other"), (_, _, _) => default);
        }));
        Assert.Contains("must be alone", failure.Message, StringComparison.Ordinal);
    }

    private static HandlerOptions Options(int size = 20, TimeSpan? wait = null, int maxDeliver = 3, TimeSpan? timeout = null) => new("c", "Test.Handle")
    {
        BatchSize = size,
        BatchWait = wait,
        MaxDeliver = maxDeliver,
        Backoff = [TimeSpan.FromMilliseconds(20)],
        AckWait = LongAckWait,
        Timeout = timeout,
    };

    private Task<FlowProcess> StartBatchesAsync(HandlerOptions options, Func<IReadOnlyList<Work>, BatchContext, ValueTask> handle) =>
        StartBatchesAsync(options, (batch, context, _) => handle(batch, context));

    private Task<FlowProcess> StartBatchesAsync(HandlerOptions options, BatchHandler<Work> handle) =>
        StartAsync(module => module.AddBatchRoute($"{Root}.work", options, handle));

    private ValueTask Keep(IReadOnlyList<Work> batch, BatchContext context)
    {
        Assert.Equal(batch.Count, context.Count);
        _batches.Enqueue([.. batch.Select(static work => work.Number)]);
        return default;
    }

    /// <summary>Stores messages before anybody consumes them.</summary>
    private async Task PublishAsync(IEnumerable<int> numbers)
    {
        await ProvisionAsync();
        foreach (var number in numbers)
        {
            await Transport.PublishAsync(
                new OutgoingBytes($"{Root}.work", $"conformance.work/v1:{number}", null, MessageSerializer.SerializeToArray(NewWork(number))), CancellationToken.None);
        }
    }

    private async Task<List<string>> ReasonsAsync()
    {
        var reasons = new List<string>();
        await foreach (var copy in Transport.ReadAsync($"{Stream}_DLQ", ">", 0, CancellationToken.None))
        {
            reasons.Add(copy.Headers![HeaderRules.Reason]!);
        }

        return reasons;
    }
}
