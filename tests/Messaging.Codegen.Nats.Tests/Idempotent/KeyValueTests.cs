using Messaging.Codegen.Testing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Nats.Tests.Idempotent;

/// <summary>Several processes handle each message once, whatever comes again and whoever dies.</summary>
public class KeyValueTests : NatsServerTest
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task A_thousand_messages_that_come_twice_to_two_services_are_handled_once_each()
    {
        const int count = 1000;
        await StartAsync();
        await StartAsync();
        await PublishAsync(Enumerable.Range(0, count), "first");
        await PublishAsync(Enumerable.Range(0, count), "second");

        await SettleAsync();
        AssertEachOnce(count);
    }

    [Fact]
    public async Task What_a_service_has_handled_its_successor_knows()
    {
        var first = await StartAsync();
        await PublishAsync([1], "first");
        await SettleAsync();
        await StopAsync(first);

        var second = await StartAsync();
        await PublishAsync([1], "second");
        await SettleAsync();

        AssertEachOnce(1, from: 1);
        Assert.Equal(1, Counters(second).Duplicates);
    }

    [Fact]
    public async Task A_failure_leaves_the_message_to_the_next_delivery_at_once()
    {
        var calls = 0;
        _workshop.Work = (_, _, _) => Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("the first time") : Task.CompletedTask;
        var host = await StartAsync(lease: TimeSpan.FromMinutes(10));
        await PublishAsync([1], "first");

        await SettleAsync();

        AssertEachOnce(1, from: 1);
        Assert.Equal((1, 1), (Counters(host).Handled, Counters(host).Retried));
    }

    [Fact]
    public async Task Who_dies_while_handling_leaves_the_message_to_another_when_the_lease_is_over()
    {
        var began = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        _workshop.Work = async (_, _, _) =>
        {
            if (began.TrySetResult())
            {
                await never.Task;
            }
        };
        var dying = await StartAsync();
        await PublishAsync([1], "first");
        await began.Task.WaitAsync(Patience);
        await dying.Services.GetRequiredService<NatsTransport>().AbortAsync();

        await StartAsync();

        await UntilAsync(() => _workshop.Done.GetValueOrDefault(1) == 1, "another service has taken it over");
        await SettleAsync();
        AssertEachOnce(1, from: 1);
    }

    [Fact]
    public async Task A_claim_that_is_renewed_is_not_taken_over()
    {
        var began = new TaskCompletionSource();
        _workshop.Work = async (_, _, cancellationToken) =>
        {
            began.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(4), cancellationToken);
        };
        await StartAsync();
        await PublishAsync([1], "first");
        await began.Task.WaitAsync(Patience);
        await StartAsync();
        await PublishAsync([1], "second");

        await SettleAsync();

        AssertEachOnce(1, from: 1);
    }

    [Fact]
    public async Task An_outage_of_the_server_doubles_nothing_and_loses_nothing()
    {
        const int count = 300;
        _workshop.Work = static (_, _, cancellationToken) => Task.Delay(20, cancellationToken);
        await StartAsync(lease: TimeSpan.FromSeconds(10));
        await PublishAsync(Enumerable.Range(0, count), "first");
        await UntilAsync(() => _workshop.Done.Count > 50, "some are handled");

        Server.Kill();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Server.RestartAsync();

        await UntilAsync(() => _workshop.Done.Count == count, "all are handled");
        await SettleAsync();
        AssertEachOnce(count);
    }

    [Fact]
    public async Task A_shutdown_with_a_thousand_in_flight_doubles_nothing_and_loses_nothing()
    {
        const int count = 1000;
        _workshop.Work = static (_, _, cancellationToken) => Task.Delay(5, cancellationToken);
        var first = await StartAsync();
        await PublishAsync(Enumerable.Range(0, count), "first");
        await UntilAsync(() => _workshop.Done.Count > 50, "some are handled");
        await StopAsync(first);
        Assert.True(_workshop.Done.Count < count);

        await StartAsync();

        await SettleAsync();
        AssertEachOnce(count);
    }

    [Fact]
    public async Task A_bucket_that_may_not_be_made_stops_the_start()
    {
        await StopAsync(await StartAsync());
        Assert.True(await JetStream.DeleteStreamAsync("KV_messaging_idempotency"));

        var exception = await Assert.ThrowsAsync<TopologyException>(() => StartAsync(mode: Provision.Verify));

        Assert.Equal(["bucket messaging_idempotency: does not exist"], exception.Differences);
    }

    [Fact]
    public async Task A_bucket_with_another_retention_is_drift()
    {
        await StopAsync(await StartAsync());

        var exception = await Assert.ThrowsAsync<TopologyException>(() => StartAsync(configure: o => o.Idempotency.Retention = TimeSpan.FromHours(1)));

        Assert.Equal(["bucket messaging_idempotency: MaxAge is 1.00:00:00, declared 01:00:00"], exception.Differences);
    }

    private async Task<IHost> StartAsync(TimeSpan? lease = null, Provision mode = Provision.Create, Action<NatsOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(_workshop);
        builder.Services.AddMessaging(messaging =>
        {
            messaging.UseNats(Server.Url, options =>
            {
                options.Idempotency.Lease = lease ?? TimeSpan.FromSeconds(1);
                configure?.Invoke(options);
            });
            messaging.AddModule<MessagingCodegenNatsTestsModule>();
            messaging.Options.ConsumerSelector = static name => name == "once";
            messaging.Options.Provision = mode;
        });
        var host = builder.Build();
        Own((IAsyncDisposable)host);
        await host.StartAsync();
        return host;
    }

    private static async Task StopAsync(IHost host)
    {
        using var limit = new CancellationTokenSource(Patience);
        await host.StopAsync(limit.Token);
    }

    private static ConsumerCounters Counters(IHost host) => Assert.Single(host.Services.GetRequiredService<MessagingCounters>().Consumers);

    /// <summary>Publishes jobs under ids of their own, so that the stream takes them though it has the jobs already.</summary>
    private async Task PublishAsync(IEnumerable<int> numbers, string run)
    {
        await using var transport = await ConnectAsync();
        await Task.WhenAll(numbers.Select(number => transport.PublishAsync(
            new OutgoingBytes("work.job", $"{run}-{number}", null, MessageSerializer.SerializeToArray(new Job(number))), CancellationToken.None).AsTask()));
    }

    private async Task SettleAsync()
    {
        await using var transport = await ConnectAsync();
        await UntilAsync(
            async () => await transport.GetConsumerStateAsync("WORK", "once", CancellationToken.None) is { Pending: 0, AckPending: 0 },
            "everything is settled");
    }

    private void AssertEachOnce(int count, int from = 0)
    {
        Assert.Equal(Enumerable.Range(from, count), _workshop.Done.Keys.Order());
        Assert.All(_workshop.Done.Values, times => Assert.Equal(1, times));
    }
}
