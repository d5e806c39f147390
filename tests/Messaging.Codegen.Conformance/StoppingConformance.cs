using System.Collections.Concurrent;

namespace Messaging.Codegen.Conformance;

/// <summary>Stopping loses nothing, and one consumer's trouble is not another's.</summary>
public abstract class StoppingConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task After_a_stop_nothing_is_delivered_any_more()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(5);
        await using var consumer = await ConsumeAsync(Consumer("c"));
        await consumer.NextAsync(5);

        await consumer.Consumer.StopAsync(CancellationToken.None);
        var delivered = consumer.All.Count;
        await PublishNumbersAsync(5);
        await Waiting.ForNothingAsync();

        Assert.Equal(delivered, consumer.All.Count);
        Assert.Equal(5, delivered);
    }

    [Fact]
    public async Task Acknowledgements_work_after_a_stop_and_disposal_sends_them()
    {
        const int count = 100;
        await ProvisionAsync();
        await PublishNumbersAsync(count);
        await using (var consumer = await ConsumeAsync(Consumer("c")))
        {
            var received = await consumer.NextAsync(count);
            await consumer.Consumer.StopAsync(CancellationToken.None);
            foreach (var message in received)
            {
                await consumer.AckAsync(message);
            }
        }

        // They are sent; the server works on them in its own time.
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 0, "all are acknowledged");
    }

    [Fact]
    public async Task Stopping_twice_and_disposing_twice_is_harmless()
    {
        await ProvisionAsync();
        var consumer = await ConsumeAsync(Consumer("c"));

        await consumer.Consumer.StopAsync(CancellationToken.None);
        await consumer.Consumer.StopAsync(CancellationToken.None);
        await consumer.DisposeAsync();
        await consumer.DisposeAsync();
        Assert.False(consumer.Consumer.IsHealthy);
    }

    [Fact]
    public async Task Consumers_that_stop_and_start_while_messages_flow_lose_none()
    {
        const int count = 600;
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = TimeSpan.FromSeconds(2), Prefetch = 16 };
        await ProvisionAsync(definition);
        var handled = new ConcurrentDictionary<string, int>();
        var publishing = PublishNumbersAsync(count);

        while (handled.Count < count)
        {
            var consumer = await ConsumeAsync(definition);
            using var stop = new CancellationTokenSource();
            var worker = consumer.WorkAsync(
                async message =>
                {
                    await consumer.AckAsync(message);
                    handled.AddOrUpdate(message.Text, 1, static (_, times) => times + 1);
                },
                stop.Token);
            var target = Math.Min(count, handled.Count + 100);
            await Waiting.WhileTimePassesUntilAsync(() => handled.Count >= target, "more messages are handled");
            await consumer.Consumer.StopAsync(CancellationToken.None);
            await stop.CancelAsync();
            await worker;

            // What the sink had and nobody took is given back, as the pipeline does.
            await consumer.GiveBackAsync();
            await consumer.DisposeAsync();
        }

        await publishing;
        Assert.Equal(Enumerable.Range(0, count), handled.Keys.Select(int.Parse).Order());
        await Waiting.WhileTimePassesUntilAsync(
            async () => await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }, "everything is acknowledged");
    }

    [Fact]
    public async Task A_sink_that_throws_stops_neither_itself_nor_its_neighbours()
    {
        const int count = 20;
        var definition = ImpatientConsumer("faulty", prefetch: 4);
        await ProvisionAsync(definition, Consumer("neighbour"));
        await using var neighbour = await ConsumeAsync(Consumer("neighbour"));
        await using var faulty = await TestConsumer.StartAsync(
            Transport, definition, Waiting, message => Assert.False(message.Count == 1 && int.Parse(message.Text) % 2 == 0, "on purpose"));
        using var stop = new CancellationTokenSource();
        var worker = faulty.WorkAsync(async message => await faulty.AckAsync(message), stop.Token);

        await PublishNumbersAsync(count);

        Assert.Equal(Enumerable.Range(0, count), (await neighbour.NextAsync(count)).Select(message => int.Parse(message.Text)));
        await Waiting.WhileTimePassesUntilAsync(
            () => faulty.Texts.Distinct().Count() == count, "what the sink threw for comes again");
        await stop.CancelAsync();
        await worker;
        Assert.All(faulty.All, message => Assert.True(int.Parse(message.Text) % 2 != 0 || message.Count > 1));
    }

    [Fact]
    public async Task A_disposed_process_is_disposed_twice_without_harm()
    {
        var process = await StartProcessAsync();

        await process.DisposeAsync();
        await process.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(
            async () => await process.PublishAsync(Message("m", "x"), CancellationToken.None));
    }
}
