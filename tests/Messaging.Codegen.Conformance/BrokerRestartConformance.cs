using System.Collections.Concurrent;
using System.Globalization;

namespace Messaging.Codegen.Conformance;

/// <summary>A broker that is killed and comes back has lost nothing, and clients go on by themselves.</summary>
[Requires(Capabilities.BrokerRestart)]
public abstract class BrokerRestartConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_restart_amid_the_stream_loses_nothing()
    {
        const int count = 3_000;
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = TimeSpan.FromSeconds(5), Prefetch = 64 };
        await ProvisionAsync(definition);
        var handled = new ConcurrentDictionary<string, int>();
        await using var consumer = await ConsumeAsync(definition);
        using var stop = new CancellationTokenSource();
        var worker = consumer.WorkAsync(message => HandleStubbornlyAsync(consumer, message, handled), stop.Token);
        var published = 0;
        var publishing = Task.Run(async () =>
        {
            for (; published < count; published++)
            {
                await PublishStubbornlyAsync(published.ToString(CultureInfo.InvariantCulture));
            }
        });

        foreach (var moment in new[] { count / 3, count / 2 })
        {
            await Waiting.UntilAsync(() => Volatile.Read(ref published) >= moment || publishing.IsFaulted, "enough is published");
            await RestartBrokerAsync();
        }

        await publishing;
        await Waiting.WhileTimePassesUntilAsync(() => handled.Count >= count, "everything is handled");
        await Waiting.WhileTimePassesUntilAsync(
            async () => await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }, "everything is acknowledged");
        await stop.CancelAsync();
        await worker;

        Assert.Equal(Enumerable.Range(0, count), handled.Keys.Select(int.Parse).Order());
        Assert.Equal((ulong)count, (await StreamStateAsync()).Messages);
        Assert.True(consumer.Consumer.IsHealthy);
    }

    [Fact]
    public async Task An_idle_consumer_goes_on_after_a_restart()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        await PublishAsync("m", "before");
        var before = await consumer.NextAsync();

        await RestartBrokerAsync();
        await PublishStubbornlyAsync("after");

        // That the first was delivered may be lost with the process; then it comes again.
        var next = await consumer.NextAsync();
        Assert.Equal("after", next.Text == "before" ? (await consumer.NextAsync()).Text : next.Text);
        await consumer.AckAsync(before);
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 1, "the old delivery is acknowledged");
    }

    [Fact]
    public async Task A_responder_goes_on_after_a_restart()
    {
        await using var responder = await Transport.RespondAsync(
            $"{Root}.ask", "group", (_, _) => ValueTask.FromResult<Transports.OutgoingMessage>(Message("x", "answer")), CancellationToken.None);

        await RestartBrokerAsync();

        await Waiting.UntilAsync(AnswersAsync, "the request is answered");
    }

    [Fact]
    public async Task While_the_broker_is_away_publishing_fails_and_health_says_so()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.True(Transport.IsConnected);

        await Fixture.KillBrokerAsync();
        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync("m", "the text", "the-id"));
        Assert.True(exception.IsTransient);
        await Waiting.UntilAsync(() => !Transport.IsConnected && !consumer.Consumer.IsHealthy, "the loss is noticed");

        await Fixture.StartBrokerAsync();
        await PublishStubbornlyAsync("the text", "the-id");

        // Whether the failed one arrived is not known; together they are one message.
        Assert.Equal("the text", (await consumer.NextAsync()).Text);
        await Waiting.UntilAsync(() => Transport.IsConnected && consumer.Consumer.IsHealthy, "all is well");
        Assert.Equal(1UL, (await StreamStateAsync()).Messages);
    }

    private async ValueTask<bool> AnswersAsync()
    {
        try
        {
            await Transport.RequestAsync(Message("ask", "x"), TimeSpan.FromSeconds(5), CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is NoRespondersException or RequestTimeoutException)
        {
            return false;
        }
    }

    private async Task RestartBrokerAsync()
    {
        await Fixture.KillBrokerAsync();
        await Fixture.StartBrokerAsync();
    }
}
