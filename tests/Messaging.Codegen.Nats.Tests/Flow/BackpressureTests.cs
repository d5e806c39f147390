using System.Globalization;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit.Abstractions;

namespace Messaging.Codegen.Nats.Tests.Flow;

/// <summary>A consumer that is a hundred times slower than its producer holds what it may prefetch and nothing more; the rest stays on the server.</summary>
public class BackpressureTests(ITestOutputHelper output) : NatsServerTest
{
    private const int LoadBytes = 4096;

    /// <summary>How long it is behind: short here, 60 s when somebody asks for it.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("SLOW_CONSUMER_SECONDS") ?? "4", CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_consumer_a_hundred_times_slower_than_its_producer_holds_no_more_than_its_prefetch()
    {
        using var host = await StartAsync();
        var counters = Assert.Single(host.Services.GetRequiredService<MessagingCounters>().Consumers);
        using var stop = new CancellationTokenSource();
        var producing = ProduceAsync(stop.Token);
        await UntilAsync(() => counters.Handled > 0, "the consumer is at work");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, memory) = (0, 0L);
        for (var begin = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begin) < Length;)
        {
            await Task.Delay(250);
            most = Math.Max(most, Freight.CountAlive());
            memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        await stop.CancelAsync();
        var produced = await producing;
        output.WriteLine($"produced {produced}, handled {counters.Handled}, held at most {most} messages, memory grew by at most {memory / 1024} KiB");
        Assert.True(produced > 10 * counters.Handled, $"The producer was too slow to prove anything: {produced} against {counters.Handled}.");

        // Besides the prefetched ones: the one in work, the one that a worker has just left, and one that is being decoded.
        Assert.InRange(most, 1, FreightHandler.Prefetch + 3);
    }

    private async Task<int> ProduceAsync(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectAsync();
        var payload = MessageSerializer.SerializeToArray(new Freight { Load = new byte[LoadBytes] });
        var produced = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            // As long as the handler takes for one.
            var pause = Task.Delay(FreightHandler.Work, CancellationToken.None);
            await Task.WhenAll(Enumerable.Range(0, 100).Select(number => transport.PublishAsync(
                new OutgoingBytes("freight.sent", $"{produced}-{number}", null, payload), CancellationToken.None).AsTask()));
            produced += 100;
            await pause;
        }

        return produced;
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new Idempotent.Workshop());
        builder.Services.AddMessaging(messaging =>
        {
            messaging.UseNats(Server.Url);
            messaging.AddModule<MessagingCodegenNatsTestsModule>();
            messaging.Options.ConsumerSelector = static name => name == "slow-freight";
        });
        var host = builder.Build();
        Own((IAsyncDisposable)host);
        await host.StartAsync();
        return host;
    }
}
