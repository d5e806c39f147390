using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Durable consumers begin where they are told, go on where they were, and share or copy the work.</summary>
public abstract class ConsumerConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_new_consumer_begins_with_what_the_stream_holds()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(2);
        await using var consumer = await ConsumeAsync(Consumer("c"));
        await PublishAsync("m", "2");

        var received = await consumer.NextAsync(3);

        Assert.Equal(["0", "1", "2"], received.Select(message => message.Text));
        Assert.Equal([1UL, 2UL, 3UL], received.Select(message => message.Delivery.Sequence));
        Assert.All(received, message => Assert.Equal(1, message.Count));
    }

    [Fact]
    public async Task A_consumer_of_new_messages_begins_after_its_creation()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(2);
        var definition = new ConsumerDefinition(Stream, "c", []) { DeliverFrom = DeliverFrom.New, AckWait = LongAckWait };
        await Transport.ProvisionAsync([], [definition], Provision.Create, CancellationToken.None);
        await PublishAsync("m", "2");

        await using var consumer = await ConsumeAsync(definition);

        Assert.Equal("2", (await consumer.NextAsync()).Text);
        await consumer.ExpectNothingAsync();
    }

    [Fact]
    public async Task An_existing_consumer_goes_on_where_it_was()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(3);
        await using (var first = await ConsumeAsync(Consumer("c")))
        {
            foreach (var message in await first.NextAsync(3))
            {
                await first.AckAsync(message);
            }
        }

        await PublishAsync("m", "3");
        await using var second = await ConsumeAsync(await StartProcessAsync(), Consumer("c"));

        Assert.Equal("3", (await second.NextAsync()).Text);
        await second.ExpectNothingAsync();
    }

    [Fact]
    public async Task The_timestamp_is_the_time_of_storing()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var before = Fixture.Time.GetUtcNow();
        await PublishAsync("m", "x");
        var after = Fixture.Time.GetUtcNow();

        var timestamp = (await consumer.NextAsync()).Delivery.Timestamp;

        Assert.Equal(TimeSpan.Zero, timestamp.Offset);
        Assert.InRange(timestamp, before.AddSeconds(-1), after.AddSeconds(1));
    }

    [Fact]
    public async Task Consumers_of_different_names_each_get_everything()
    {
        await ProvisionAsync();
        var other = await StartProcessAsync();
        await using var first = await ConsumeAsync(Consumer("one"));
        await using var second = await ConsumeAsync(other, Consumer("two"));

        await PublishNumbersAsync(20);

        var expected = Enumerable.Range(0, 20).Select(i => $"{i}");
        Assert.Equal(expected, (await first.NextAsync(20)).Select(message => message.Text));
        Assert.Equal(expected, (await second.NextAsync(20)).Select(message => message.Text));
    }

    [Fact]
    public async Task Processes_that_share_a_consumer_share_the_work()
    {
        const int count = 400;
        await ProvisionAsync(Shared());
        await using var first = await ConsumeAsync(Shared());
        await using var second = await ConsumeAsync(await StartProcessAsync(), Shared());
        using var stop = new CancellationTokenSource();
        var workers = new[] { WorkAsync(first, stop.Token), WorkAsync(second, stop.Token) };

        await PublishNumbersAsync(count);
        await Waiting.UntilAsync(() => first.All.Count + second.All.Count >= count, "everything is delivered");
        await Waiting.ForNothingAsync();
        await stop.CancelAsync();
        await Task.WhenAll(workers);

        Assert.Equal(Enumerable.Range(0, count), first.Texts.Concat(second.Texts).Select(int.Parse).Order());
        Assert.True(first.All.Count > count / 5, $"The first process got {first.All.Count} of {count}.");
        Assert.True(second.All.Count > count / 5, $"The second process got {second.All.Count} of {count}.");

        ConsumerDefinition Shared() => new(Stream, "shared", []) { AckWait = LongAckWait, Prefetch = 4 };

        static Task WorkAsync(TestConsumer consumer, CancellationToken stop) => consumer.WorkAsync(
            async message =>
            {
                await Task.Delay(1, CancellationToken.None);
                await consumer.AckAsync(message);
            },
            stop);
    }

    [Fact]
    public async Task Two_consumers_in_one_process_share_the_work_too()
    {
        var definition = new ConsumerDefinition(Stream, "shared", []) { AckWait = LongAckWait, Prefetch = 1 };
        await ProvisionAsync(definition);
        await using var first = await ConsumeAsync(definition);
        await using var second = await ConsumeAsync(definition);

        await PublishNumbersAsync(2);

        Assert.Equal(["0", "1"], new[] { await first.NextAsync(), await second.NextAsync() }.Select(message => message.Text).Order());
    }

    [Fact]
    public async Task The_state_counts_what_waits_and_what_is_in_work()
    {
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = LongAckWait, Prefetch = 3 };
        await ProvisionAsync(definition);
        await PublishNumbersAsync(5);
        await UntilStateAsync(new ConsumerState(5, 0, 0, 0));

        await using var consumer = await ConsumeAsync(definition);
        await Waiting.UntilAsync(() => consumer.All.Count == 3, "the prefetch is used");
        await UntilStateAsync(new ConsumerState(2, 3, 0, 0));

        for (var i = 0; i < 5; i++)
        {
            await consumer.AckAsync(await consumer.NextAsync());
        }

        await UntilStateAsync(new ConsumerState(0, 0, 0, 5));

        // Not at once in a cluster: the consumer's leader learns of what the stream's leader has stored.
        Task UntilStateAsync(ConsumerState state) =>
            Waiting.UntilAsync(async () => await ConsumerStateAsync("c") == state, $"the state is {state}");
    }

    [Fact]
    public async Task Asking_for_what_does_not_exist_fails()
    {
        await ProvisionAsync();

        await Assert.ThrowsAsync<TransportException>(async () => await ConsumerStateAsync("nobody"));
        await Assert.ThrowsAsync<TransportException>(
            async () => await Transport.GetStreamStateAsync("NOTHING", CancellationToken.None));
        await Assert.ThrowsAsync<TransportException>(async () => await ConsumeAsync(new ConsumerDefinition("NOTHING", "c", [])));
    }

    [Fact]
    public async Task A_running_consumer_is_healthy()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));

        await Waiting.UntilAsync(() => consumer.Consumer.IsHealthy, "the consumer is healthy");
    }
}
