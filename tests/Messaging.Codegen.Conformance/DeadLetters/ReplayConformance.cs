using System.Collections.Concurrent;
using Messaging.Codegen.Conformance.Flow;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance.DeadLetters;

/// <summary>What was given up comes back to the consumer that gave it up, once, and nowhere else.</summary>
[Requires(Capabilities.StoredMessages | Capabilities.Deduplication | Capabilities.Retention)]
public abstract class ReplayConformance<TFixture>(TFixture fixture) : LetterTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private readonly ConcurrentQueue<(Work Work, string Subject, string Id, string? Tenant, ulong Sequence, int Delivery)> _handled = [];

    [Fact]
    public async Task A_replay_reaches_the_failed_consumer_only_as_if_it_came_for_the_first_time()
    {
        var process = await StartAsync();
        var receipt = await PublishAsync(process, NewWork(1), new Dictionary<string, string> { ["Tenant"] = "acme" });
        var letter = Assert.Single(await WaitForAsync(process, 1));
        Handle = KeepAsync;

        Assert.True(await Letters(process).ReplayAsync(letter.Id));
        await WaitForAsync(process, 0);

        Assert.Equal([(NewWork(1), $"{Root}.work", "conformance.work/v1:1", "acme", receipt.Sequence, 1)], _handled);
        await Waiting.UntilAsync(() => !Seen.IsEmpty, "the other consumer has handled it");
        await Waiting.ForNothingAsync();
        Assert.Equal([NewWork(1)], Seen);
        Assert.Equal(1UL, (await StreamStateAsync()).LastSequence);
        var counters = Counters(process);
        Assert.Equal((1L, 1L, 1L, 2L), (counters.DeadLettered, counters.Handled, counters.Replayed, counters.Received));
    }

    [Fact]
    public async Task Replaying_twice_handles_once()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await StartAsync();
        await PublishAsync(process, NewWork(1));
        var letter = Assert.Single(await WaitForAsync(process, 1));
        Handle = async (work, context) =>
        {
            await gate.Task;
            await KeepAsync(work, context);
        };

        Assert.True(await Letters(process).ReplayAsync(letter.Id));
        Assert.True(await Letters(process).ReplayAsync(letter.Id));
        Assert.Equal(1, await Letters(process).ReplayAsync(new DeadLetterFilter()));

        // As if the stream had forgotten the id of the first request.
        var subject = $"replay.{Stream}.c.dlq.{letter.Id.Sequence}";
        await Transport.PublishAsync(new OutgoingBytes(subject, null, null, default), CancellationToken.None);
        gate.SetResult();
        await WaitForAsync(process, 0);

        Assert.False(await Letters(process).ReplayAsync(letter.Id));
        await Transport.PublishAsync(new OutgoingBytes(subject, null, null, default), CancellationToken.None);
        await SettledAsync();
        Assert.Single(_handled);
    }

    [Fact]
    public async Task A_replay_that_fails_again_comes_back_as_a_new_dead_letter()
    {
        var process = await StartAsync();
        await PublishAsync(process, NewWork(1));
        var first = Assert.Single(await WaitForAsync(process, 1));
        Handle = static (_, _) => throw new DeadLetterException("broken again");

        await Letters(process).ReplayAsync(first.Id);
        await Waiting.WhileTimePassesUntilAsync(async () => (await ListAsync(process)).Exists(letter => letter.Reason == "broken again"), "it has failed again");
        var second = Assert.Single(await WaitForAsync(process, 1));

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal((first.Subject, first.OriginalSequence, first.MessageId, first.PublishedAt), (second.Subject, second.OriginalSequence, second.MessageId, second.PublishedAt));
        Assert.Equal(first.Payload.ToArray(), second.Payload.ToArray());
        Handle = KeepAsync;
        await Letters(process).ReplayAsync(second.Id);
        await WaitForAsync(process, 0);
        Assert.Single(_handled);
    }

    [Fact]
    public async Task A_replay_is_retried_and_survives_the_death_of_its_process()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await StartAsync(ShortAckWait);
        await PublishAsync(process, NewWork(1));
        var letter = Assert.Single(await WaitForAsync(process, 1));
        Handle = async (_, context) =>
        {
            if (context.DeliveryCount == 1)
            {
                throw new InvalidOperationException("once");
            }

            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan);
        };
        await Letters(process).ReplayAsync(letter.Id);
        await Waiting.WhileTimePassesUntilAsync(() => begun.Task.IsCompleted, "it is tried again");
        await process.KillAsync(Fixture);

        Handle = KeepAsync;
        var second = await StartAsync(ShortAckWait);
        await WaitForAsync(second, 0);
        Assert.Equal(3, Assert.Single(_handled).Delivery);
    }

    [Fact]
    public async Task An_edited_message_is_replayed_as_it_is_now()
    {
        var process = await StartAsync();
        await PublishAsync(process, NewWork(1), new Dictionary<string, string> { ["Tenant"] = "acme", ["Other"] = "x" });
        var letter = Assert.Single(await WaitForAsync(process, 1));

        var edited = await Letters(process).EditAsync(letter.Id, NewWork(2, "b"));
        Assert.Null(await Letters(process).EditAsync(letter.Id, NewWork(3)));
        var again = await Letters(process).EditAsync(
            edited!.Value, new DeadLetterEdit { Headers = new Dictionary<string, string?> { ["tenant"] = "other", ["Other"] = null } });
        var json = Letters(process).Show(Assert.Single(await ListAsync(process))).Replace("\"b\"", "\"c\"", StringComparison.Ordinal);
        again = await Letters(process).EditAsync(again!.Value, new DeadLetterEdit { Json = json });
        await Assert.ThrowsAsync<FormatException>(async () => await Letters(process).EditAsync(again!.Value, new DeadLetterEdit { Json = "{}" }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Letters(process).EditAsync(
            again!.Value, new DeadLetterEdit { Headers = new Dictionary<string, string?> { [HeaderRules.Reason] = "none" } }));

        var found = Assert.Single(await ListAsync(process));
        Assert.Equal(again!.Value, found.Id);
        Assert.Equal(letter.Reason, found.Reason);
        Assert.Equal([new KeyValuePair<string, string>("tenant", "other")], found.Headers);
        Handle = KeepAsync;
        await Letters(process).ReplayAsync(found.Id);
        await WaitForAsync(process, 0);
        Assert.Equal([(NewWork(2, "c"), $"{Root}.work", "conformance.work/v1:1", "other", letter.OriginalSequence, 1)], _handled);
    }

    [Fact]
    public async Task A_quarantined_message_is_replayed_once_it_can_be_read()
    {
        Retention = StreamRetention.WorkQueue;
        Handle = KeepAsync;
        var process = await StartAsync();
        await PublishAsync("work", "no work", "foreign-id");
        var letter = Assert.Single(await WaitForAsync(process, 1));
        Assert.Equal((GiveUpKind.Quarantine, "no work"), (letter.Id.Kind, System.Text.Encoding.UTF8.GetString(letter.Payload.Span)));

        var edited = await Letters(process).EditAsync(letter.Id, new DeadLetterEdit { Payload = MessageSerializer.SerializeToArray(NewWork(5)) });
        await Letters(process).ReplayAsync(edited!.Value);
        await WaitForAsync(process, 0);

        Assert.Equal((NewWork(5), "foreign-id"), (Assert.Single(_handled).Work, _handled.Single().Id));
    }

    [Fact]
    public async Task A_work_queue_replays_what_it_no_longer_holds()
    {
        Retention = StreamRetention.WorkQueue;
        var process = await StartAsync();
        await PublishAsync(process, NewWork(1));
        var letter = Assert.Single(await WaitForAsync(process, 1));
        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the queue is empty");
        Handle = KeepAsync;

        await Letters(process).ReplayAsync(letter.Id);
        await WaitForAsync(process, 0);

        Assert.Equal(NewWork(1), Assert.Single(_handled).Work);
        Assert.Equal(0UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task A_purge_prevents_a_replay_that_has_not_begun()
    {
        var process = await StartAsync();
        await PublishAsync(process, NewWork(1));
        var letter = Assert.Single(await WaitForAsync(process, 1));
        await process.StopAsync();
        Handle = KeepAsync;
        await Letters(process).ReplayAsync(letter.Id);
        Assert.True(await Letters(process).PurgeAsync(letter.Id));

        await StartAsync();
        await SettledAsync();

        Assert.Empty(_handled);
    }

    [Fact]
    public async Task Many_are_replayed_no_faster_than_is_said()
    {
        const int count = 7;
        var process = await StartAsync();
        for (var number = 0; number < count; number++)
        {
            await PublishAsync(process, NewWork(number));
        }

        await WaitForAsync(process, count);
        Handle = KeepAsync;
        var begin = Fixture.Time.GetTimestamp();
        var replay = Letters(process).ReplayAsync(new DeadLetterFilter { Stream = Stream }, new ReplayOptions { MaxPerSecond = 5 }).AsTask();
        await Waiting.WhileTimePassesUntilAsync(() => replay.IsCompleted, "all are requested");

        // The first one needs not wait.
        Assert.True(Fixture.Time.GetElapsedTime(begin) >= TimeSpan.FromSeconds((count - 1) / 5.0));
        Assert.Equal(count, await replay);
        await WaitForAsync(process, 0);
        Assert.Equal(Enumerable.Range(0, count), _handled.Select(handled => handled.Work.Number).Order());
    }

    private Task KeepAsync(Work work, MessageContext context)
    {
        _handled.Enqueue((work, context.Subject, context.MessageId, context.Headers["Tenant"], context.Sequence, context.DeliveryCount));
        return Task.CompletedTask;
    }
}
