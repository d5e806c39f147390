using Messaging.Codegen.Testing;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Topology;

/// <summary>MSG411: a stream works while more than half of its replicas run.</summary>
public class ReplicaRuleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Two_replicas_stop_where_three_go_on()
    {
        await using var cluster = await NatsCluster.StartAsync();
        await using var connection = new NatsConnection(new NatsOpts { Url = cluster.Urls });
        var jetStream = new NatsJSContext(connection);
        await jetStream.CreateStreamAsync(new StreamConfig("TWO", ["two"]) { NumReplicas = 2 });
        await jetStream.CreateStreamAsync(new StreamConfig("THREE", ["three"]) { NumReplicas = 3 });

        (await cluster.FindLeaderAsync("TWO")).Kill();

        // The cluster has elected and serves, and the stream of two has one replica left, which is no majority.
        Assert.True(await IsStoredAsync(jetStream, "three", Patience));
        Assert.False(await IsStoredAsync(jetStream, "two", TimeSpan.FromSeconds(5)));
    }

    private static async Task<bool> IsStoredAsync(NatsJSContext jetStream, string subject, TimeSpan patience)
    {
        var start = TimeProvider.System.GetTimestamp();
        var id = Guid.NewGuid().ToString();
        while (TimeProvider.System.GetElapsedTime(start) < patience)
        {
            try
            {
                using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                (await jetStream.PublishAsync(subject, "1", opts: new NatsJSPubOpts { MsgId = id }, cancellationToken: timeout.Token)).EnsureSuccess();
                return true;
            }
            catch (Exception e) when (e is NatsException or OperationCanceledException)
            {
                await Task.Delay(100);
            }
        }

        return false;
    }
}
