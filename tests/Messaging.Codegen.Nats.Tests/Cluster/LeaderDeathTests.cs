using System.Collections.Concurrent;
using System.Globalization;
using Messaging.Codegen.Conformance;

namespace Messaging.Codegen.Nats.Tests.Cluster;

/// <summary>A stream with three replicas while the server that leads it is killed under load.</summary>
public sealed class LeaderDeathTests(NatsClusterFixture fixture) : ConformanceTests<NatsClusterFixture>(fixture)
{
    private const int Total = 3_000;

    [Fact]
    public async Task Killing_leaders_while_publishing_and_consuming_loses_nothing()
    {
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = TimeSpan.FromSeconds(5), Prefetch = 64 };
        await ProvisionAsync(definition);
        var handled = new ConcurrentDictionary<string, int>();
        await using var consumer = await ConsumeAsync(await StartProcessAsync(), definition);
        using var stop = new CancellationTokenSource();
        var worker = consumer.WorkAsync(message => HandleStubbornlyAsync(consumer, message, handled), stop.Token);
        var published = 0;
        var publishing = Task.Run(async () =>
        {
            for (; published < Total; published++)
            {
                await PublishStubbornlyAsync(published.ToString(CultureInfo.InvariantCulture));
            }
        });

        foreach (var moment in new[] { Total / 4, Total / 2 })
        {
            await Waiting.UntilAsync(() => Volatile.Read(ref published) >= moment || publishing.IsFaulted, "enough is published");
            var leader = await Fixture.Cluster.FindLeaderAsync(Stream);
            leader.Kill();
            await leader.RestartAsync();
        }

        await publishing;
        await Waiting.UntilAsync(() => handled.Count == Total, "everything is handled");
        await stop.CancelAsync();
        await worker;

        Assert.Equal(Enumerable.Range(0, Total), handled.Keys.Select(int.Parse).Order());
        Assert.Equal((ulong)Total, (await StreamStateAsync()).Messages);
    }
}
