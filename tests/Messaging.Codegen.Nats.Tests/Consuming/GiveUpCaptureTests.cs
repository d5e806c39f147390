using Messaging.Codegen.Conformance.Flow;
using Messaging.Codegen.Nats.Tests.Conformance;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using NATS.Client.Core;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Consuming;

/// <summary>What the server or another client gives up on a consumer of this library is kept as a dead letter.</summary>
public class GiveUpCaptureTests(NatsFixture fixture) : IClassFixture<NatsFixture>
{
    private static int _number;

    private readonly string _root = "capture" + Interlocked.Increment(ref _number);
    private Func<Task> _handle = static () => throw new InvalidOperationException("not yet");

    private string Stream => _root.ToUpperInvariant();

    [Theory]
    [InlineData(StreamRetention.Limits)]
    [InlineData(StreamRetention.WorkQueue)]
    public async Task What_reaches_a_limit_that_somebody_set_on_the_durable_becomes_a_dead_letter(StreamRetention retention)
    {
        var hung = 0;
        _handle = () =>
        {
            Interlocked.Increment(ref hung);
            return Task.Delay(Timeout.InfiniteTimeSpan);
        };
        var process = await StartAsync(retention);
        await LimitAsync(process, maxDeliver: 2);
        await process.PublishAsync(new Work(_root, "a", 1));

        // The process dies with the message at every delivery; the last time nobody runs when the server gives up.
        await UntilAsync(() => Task.FromResult(hung == 1), "the message is delivered");
        await process.KillAsync(fixture);
        var second = await StartAsync(retention, Provision.None);
        await UntilAsync(() => Task.FromResult(hung == 2), "the message is delivered again");
        await second.KillAsync(fixture);
        var looking = fixture.CreateTransport();
        await looking.ConnectAsync(CancellationToken.None);
        await using (looking)
        {
            await UntilAsync(async () => await PullsInVainAsync(looking), "the server has given up");
        }

        _handle = static () => Task.CompletedTask;
        await using var third = await StartAsync(retention, Provision.None);
        var letter = Assert.Single(await WaitForAsync(third, 1));
        Assert.Equal(("c", 1UL, 2), (letter.Consumer, letter.OriginalSequence, letter.Deliveries));
        Assert.Contains("limit of its own", letter.Reason, StringComparison.Ordinal);
        Assert.Equal(new Work(_root, "a", 1), MessageSerializer.Deserialize<Work>(letter.Payload));
        Assert.Equal(retention == StreamRetention.WorkQueue ? 0UL : 1UL, (await third.Transport.GetStreamStateAsync(Stream, CancellationToken.None)).Messages);

        Assert.True(await Letters(third).ReplayAsync(letter.Id));
        await WaitForAsync(third, 0);
        Assert.Equal(1, third.Consumer.Handled);
    }

    [Fact]
    public async Task What_another_client_terminates_becomes_a_dead_letter()
    {
        var process = await StartAsync(StreamRetention.Limits);
        await process.StopAsync();
        await process.PublishAsync(new Work(_root, "a", 1));
        await using (var foreign = fixture.CreateTransport())
        {
            await foreign.ConnectAsync(CancellationToken.None);
            var sink = new Sink();
            await using var consumer = await foreign.ConsumeAsync(new ConsumerDefinition(Stream, "c", [$"{_root}.work"]), sink, CancellationToken.None);
            await UntilAsync(() => Task.FromResult(sink.Items.Any()), "the message is delivered");
            await consumer.TerminateAsync(sink.Items.First().Delivery, "not wanted", CancellationToken.None);
        }

        await using var second = await StartAsync(StreamRetention.Limits);
        var letter = Assert.Single(await WaitForAsync(second, 1));
        Assert.Equal("Terminated by another client: not wanted", letter.Reason);
    }

    [Fact]
    public async Task What_a_consumer_gives_up_itself_is_kept_once()
    {
        _handle = static () => throw new DeadLetterException("broken");
        await using var process = await StartAsync(StreamRetention.Limits);
        await process.PublishAsync(Enumerable.Range(0, 5).Select(number => new Work(_root, "a", number)));

        await WaitForAsync(process, 5);
        await UntilAsync(
            async () => (await process.Transport.GetStreamStateAsync($"{Stream}_ADVISORIES", CancellationToken.None)) is { Messages: 0, LastSequence: 5 },
            "every notice is read");
        Assert.Equal(5, (await WaitForAsync(process, 5)).Count);
    }

    [Fact]
    public async Task A_consumer_of_somebody_else_may_give_up_as_it_likes()
    {
        await using var process = await StartAsync(StreamRetention.Limits);
        _handle = static () => Task.CompletedTask;
        await process.PublishAsync(new Work(_root, "a", 1));
        var sink = new Sink();
        await using (var foreign = fixture.CreateTransport())
        {
            await foreign.ConnectAsync(CancellationToken.None);
            await using var consumer = await foreign.ConsumeAsync(new ConsumerDefinition(Stream, "foreign", [$"{_root}.work"]), sink, CancellationToken.None);
            await UntilAsync(() => Task.FromResult(sink.Items.Any()), "the message is delivered");
            await consumer.TerminateAsync(sink.Items.First().Delivery, "not wanted", CancellationToken.None);
        }

        await UntilAsync(
            async () => (await process.Transport.GetStreamStateAsync($"{Stream}_ADVISORIES", CancellationToken.None)) is { Messages: 0, LastSequence: 1 },
            "the notice is read");
        Assert.Empty(await WaitForAsync(process, 0));
    }

    private static IDeadLetters Letters(FlowProcess process) => process.Services.GetRequiredService<IDeadLetters>();

    private static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"Waited in vain until {what}.");
            await Task.Delay(20);
        }
    }

    private static async Task<List<DeadLetter>> WaitForAsync(FlowProcess process, int count)
    {
        var letters = new List<DeadLetter>();
        await UntilAsync(
            async () =>
            {
                letters.Clear();
                await foreach (var letter in Letters(process).ListAsync())
                {
                    letters.Add(letter);
                }

                return letters.Count == count;
            },
            $"there are {count} dead letters");
        return letters;
    }

    private Task<FlowProcess> StartAsync(StreamRetention retention, Provision provision = Provision.Create) => FlowProcess.StartAsync(
        fixture,
        new StreamDefinition(Stream, [$"{_root}.>"]) { Retention = retention },
        module => module.AddRoute<Work>(
            $"{_root}.work",
            new HandlerOptions("c", "Test.Handle") { MaxDeliver = 5, Backoff = [TimeSpan.FromMilliseconds(20)], AckWait = TimeSpan.FromSeconds(1) },
            (_, _, _) => new ValueTask(_handle())),
        messaging =>
        {
            messaging.AddDeadLetters();
            messaging.Options.Provision = provision;
        });

    /// <summary>Sets the limit as an administrator does.</summary>
    private async Task LimitAsync(FlowProcess process, int maxDeliver)
    {
        await using var connection = new NatsConnection(new NatsOpts { Url = fixture.Url });
        var jetStream = new NATS.Client.JetStream.NatsJSContext(connection);
        var consumer = await jetStream.GetConsumerAsync(Stream, "c");
        consumer.Info.Config.MaxDeliver = maxDeliver;
        await jetStream.CreateOrUpdateConsumerAsync(Stream, consumer.Info.Config);
        Assert.True(process.Transport.IsConnected);
    }

    /// <summary>Asks for the message, as a process would: that is when the server notices that it may not deliver it any more.</summary>
    private async Task<bool> PullsInVainAsync(ITransport transport)
    {
        var sink = new Sink();
        await using (await transport.ConsumeAsync(new ConsumerDefinition(Stream, "c", [$"{_root}.work"]), sink, CancellationToken.None))
        {
            await Task.Delay(100);
        }

        Assert.Empty(sink.Items);
        return (await transport.GetStreamStateAsync($"{Stream}_ADVISORIES", CancellationToken.None)).LastSequence > 0;
    }
}
