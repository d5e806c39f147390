using System.Collections.Concurrent;
using Messaging.Codegen.Conformance.Flow;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Conformance.DeadLetters;

/// <summary>What tests of dead letters share: a service whose consumer <c>c</c> does what the test says, and <c>d</c>, which only looks on.</summary>
public abstract class LetterTests<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private readonly List<FlowProcess> _started = [];

    /// <summary>What <c>c</c> does; at first it fails for good.</summary>
    protected Func<Work, MessageContext, Task> Handle { get; set; } = static (_, _) => throw new DeadLetterException("broken");

    /// <summary>What <c>d</c> has got.</summary>
    protected ConcurrentQueue<Work> Seen { get; } = [];

    /// <summary>The stream's settings.</summary>
    protected StreamRetention Retention { get; set; }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        foreach (var process in _started)
        {
            await process.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>Starts a service; it ends with the test.</summary>
    protected async Task<FlowProcess> StartAsync(TimeSpan? ackWait = null, Action<MessagingBuilder>? configure = null)
    {
        var process = await FlowProcess.StartAsync(
            Fixture,
            new StreamDefinition(Stream, [$"{Root}.>"]) { Retention = Retention },
            module =>
            {
                var options = new HandlerOptions("c", "Test.Handle") { MaxDeliver = 2, Backoff = [TimeSpan.FromMilliseconds(20)], AckWait = ackWait ?? LongAckWait };
                module.AddRoute<Work>($"{Root}.work", options, (work, context, _) => new ValueTask(Handle(work, context)));
                if (Retention != StreamRetention.WorkQueue)
                {
                    module.AddRoute<Work>($"{Root}.work", new HandlerOptions("d", "Test.See"), (work, _, _) =>
                    {
                        Seen.Enqueue(work);
                        return ValueTask.CompletedTask;
                    });
                }
            },
            messaging =>
            {
                messaging.AddDeadLetters();
                configure?.Invoke(messaging);
            });
        _started.Add(process);
        return process;
    }

    /// <summary>The dead letters of the test.</summary>
    protected static IDeadLetters Letters(FlowProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return process.Services.GetRequiredService<IDeadLetters>();
    }

    /// <summary>What became of the deliveries of <c>c</c>.</summary>
    protected static ConsumerCounters Counters(FlowProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Assert.Single(process.Services.GetRequiredService<MessagingCounters>().Consumers, static consumer => consumer.Consumer == "c");
    }

    /// <summary>Lists them.</summary>
    protected async Task<List<DeadLetter>> ListAsync(FlowProcess process, DeadLetterFilter? filter = null)
    {
        var letters = new List<DeadLetter>();
        await foreach (var letter in Letters(process).ListAsync(filter))
        {
            letters.Add(letter);
        }

        return letters;
    }

    /// <summary>Waits until there are so many.</summary>
    protected async Task<List<DeadLetter>> WaitForAsync(FlowProcess process, int count)
    {
        await Waiting.WhileTimePassesUntilAsync(async () => (await ListAsync(process)).Count == count, $"there are {count} dead letters");
        await SettledAsync();
        return await ListAsync(process);
    }

    /// <summary>Waits until the consumer <c>c</c> owes nothing, replays included.</summary>
    protected Task SettledAsync() => Waiting.WhileTimePassesUntilAsync(
        async () => await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }
            && (await Transport.GetStreamStateAsync($"{Stream}_REPLAY", CancellationToken.None)).Messages == 0,
        "every message is settled");

    /// <summary>One message of the test.</summary>
    protected Work NewWork(int number, string key = "a") => new(Root, key, number);

    /// <summary>Publishes a message with headers of its own.</summary>
    protected ValueTask<PublishReceipt> PublishAsync(FlowProcess process, Work work, IReadOnlyDictionary<string, string>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(process);
        return process.Services.GetRequiredService<IPublisher<Work>>().PublishAsync(work, new PublishOptions { Headers = headers });
    }
}
