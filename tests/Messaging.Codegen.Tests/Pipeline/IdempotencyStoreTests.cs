using Messaging.Codegen.Consuming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class IdempotencyStoreTests
{
    [Fact]
    public async Task A_handler_whose_store_is_missing_does_not_start()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => PipelineHost.StartAsync("inbox"));
        Assert.Contains("HandleInTransactionAsync", e.Message, StringComparison.Ordinal);
        Assert.Contains("Idempotency.Inbox", e.Message, StringComparison.Ordinal);
        Assert.Contains("Messaging.Codegen.Postgres", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_away_pauses_the_consumer_and_burns_no_delivery()
    {
        var store = new OutageStore { IsAway = true };
        var deliveries = new List<int>();
        await using var host = await StartAsync(store, (_, context, _) =>
        {
            deliveries.Add(context.DeliveryCount);
            return Task.CompletedTask;
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await PipelineHost.UntilAsync(() => store.Calls >= 4);
        Assert.Empty(deliveries);
        var health = await HealthAsync(host);
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains("Inbox", health.Description, StringComparison.Ordinal);

        store.IsAway = false;
        await host.SettleAsync("inbox");
        Assert.Equal([1], deliveries);
        Assert.Equal((1, 0, 0), (host.Consumer.Handled, host.Consumer.Retried, host.Consumer.DeadLettered));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(host)).Status);
    }

    [Fact]
    public async Task An_outage_after_the_handlers_runs_them_afresh_with_the_same_ids()
    {
        var store = new OutageStore { FailuresAfterHandling = 1 };
        var scopes = new List<IServiceProvider>();
        await using var host = await StartAsync(store, async (job, context, cancellationToken) =>
        {
            scopes.Add(context.Services);
            await context.PublishAsync(new JobDone(job.Id, $"run {scopes.Count}"), cancellationToken);
        });
        await host.PublishAsync(PipelineHost.NewJob());
        await host.SettleAsync("inbox");
        Assert.Equal(2, scopes.Distinct().Count());
        Assert.Equal((1, 0), (host.Consumer.Handled, host.Consumer.Retried));
        Assert.Equal("run 1", MessageSerializer.Deserialize<JobDone>(Assert.Single(await host.ReadAsync("OUT")).Payload).Step);
    }

    [Fact]
    public async Task Stopping_during_an_outage_gives_the_message_back()
    {
        var store = new OutageStore { IsAway = true };
        await using var host = await StartAsync(store, static (_, _, _) => Task.CompletedTask);
        await host.PublishAsync(PipelineHost.NewJob());
        await PipelineHost.UntilAsync(() => store.Calls >= 1);
        await host.StopAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal((0, 0, 0), (host.Consumer.Handled, host.Consumer.Retried, host.Consumer.DeadLettered));
    }

    [Fact]
    public async Task Services_on_one_broker_share_what_they_have_completed()
    {
        var handled = 0;
        using var broker = new Messaging.Codegen.InMemory.InMemoryBroker();
        Task<PipelineHost> StartAsync() => PipelineHost.StartAsync(
            "keyvalue",
            behaviour => behaviour.OnJob = (_, _, _) =>
            {
                Interlocked.Increment(ref handled);
                return Task.CompletedTask;
            },
            messaging => messaging.UseInMemory(broker));
        var job = PipelineHost.NewJob();
        await using (var first = await StartAsync())
        {
            await first.PublishAsync(job);
            await first.SettleAsync("keyvalue");
        }

        await using var second = await StartAsync();
        await second.PublishBytesAsync("pipe.eu.job.v1", MessageSerializer.SerializeToArray(job), "another id");
        await second.SettleAsync("keyvalue");

        Assert.Equal(1, handled);
        Assert.Equal((0, 1), (second.Consumer.Handled, second.Consumer.Duplicates));
    }

    private static Task<PipelineHost> StartAsync(OutageStore store, Func<Job, MessageContext, CancellationToken, Task> onJob) =>
        PipelineHost.StartAsync(
            "inbox",
            behaviour => behaviour.OnJob = onJob,
            messaging =>
            {
                messaging.Services.AddSingleton<IIdempotencyStore>(store);
                messaging.Services.AddHealthChecks().AddMessaging();
            });

    private static async Task<HealthReportEntry> HealthAsync(PipelineHost host) =>
        Assert.Single((await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries.Values);

    /// <summary>Remembers nothing; is away when it is told to.</summary>
    private sealed class OutageStore : IIdempotencyStore
    {
        private int _calls;

        public volatile bool IsAway;

        public int FailuresAfterHandling;

        public int Calls => Volatile.Read(ref _calls);

        public Idempotency Kind => Idempotency.Inbox;

        public async ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            if (IsAway)
            {
                throw new IdempotencyStoreUnavailableException("away");
            }

            await handle(delivery, cancellationToken);
            return FailuresAfterHandling-- > 0 ? throw new IdempotencyStoreUnavailableException("away at the commit") : ConsumeOutcome.Handled;
        }
    }
}
