namespace Messaging.Codegen.Conformance.Flow;

/// <summary>What tests of whole services share.</summary>
public abstract class FlowTests<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private readonly List<FlowProcess> _started = [];

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        foreach (var process in _started)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await process.StopAsync(patience.Token);
            await process.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>One message of the test.</summary>
    protected Work NewWork(int number, string key = "a") => new(Root, key, number);

    /// <summary>Options of a consumer <c>c</c> that tries again at once.</summary>
    protected static HandlerOptions Quick(int maxDeliver = 3, int concurrency = 1, int? prefetch = null, string? partitionBy = null) => new("c", "Test.Handle")
    {
        MaxDeliver = maxDeliver,
        Backoff = [TimeSpan.FromMilliseconds(20)],
        Concurrency = concurrency,
        Prefetch = prefetch,
        PartitionBy = partitionBy,
    };

    /// <summary>Starts a service with one handler; it ends with the test.</summary>
    protected Task<FlowProcess> StartAsync(
        HandlerOptions options, Func<Work, MessageContext, CancellationToken, Task> handle, Action<MessagingBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return StartAsync(
            module => module.AddRoute<Work>(
                $"{Root}.work",
                options,
                (work, context, cancellationToken) => new ValueTask(handle(work, context, cancellationToken)),
                partition: options.PartitionBy is null ? null : static work => PartitionKey.Of(work.Key)),
            configure);
    }

    /// <summary>Starts a service; it ends with the test.</summary>
    protected async Task<FlowProcess> StartAsync(Action<ModuleBuilder> register, Action<MessagingBuilder>? configure = null)
    {
        var process = await FlowProcess.StartAsync(Fixture, new StreamDefinition(Stream, [$"{Root}.>"]), register, configure);
        _started.Add(process);
        return process;
    }

    /// <summary>Waits until the consumer <c>c</c> owes nothing.</summary>
    protected Task SettledAsync() => Waiting.WhileTimePassesUntilAsync(
        async () => await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }, "every message is settled");
}
