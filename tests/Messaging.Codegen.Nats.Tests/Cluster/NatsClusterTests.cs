using System.Diagnostics;
using Messaging.Codegen.Nats.Tests.Server;
using Messaging.Codegen.Testing;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Cluster;

public sealed class NatsClusterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_started_cluster_replicates_at_once_and_survives_the_death_of_a_leader()
    {
        await using var cluster = await NatsCluster.StartAsync();
        Assert.Equal(3, cluster.Nodes.Count);
        await using var connection = new NatsConnection(new NatsOpts { Url = cluster.Urls });
        var jetStream = new NatsJSContext(connection);
        var stream = await jetStream.CreateStreamAsync(new StreamConfig("ORDERS", ["orders.>"]) { NumReplicas = 3 });
        Assert.Equal(2, stream.Info.Cluster?.Replicas?.Count);
        Assert.Equal(1UL, (await StoreAsync(jetStream)).Seq);

        var leader = await cluster.FindLeaderAsync("ORDERS");
        leader.Kill();
        var next = await cluster.FindLeaderAsync("ORDERS");

        Assert.NotSame(leader, next);
        Assert.Equal(2UL, (await StoreAsync(jetStream)).Seq);
        await leader.RestartAsync();
        Assert.All(cluster.Nodes, node => Assert.True(node.IsRunning));
        Assert.Equal(3UL, (await StoreAsync(jetStream)).Seq);
    }

    [Fact]
    public async Task A_cluster_does_without_a_paused_node()
    {
        await using var cluster = await NatsCluster.StartAsync();
        await using var connection = new NatsConnection(new NatsOpts { Url = cluster.Urls });
        var jetStream = new NatsJSContext(connection);
        await jetStream.CreateStreamAsync(new StreamConfig("ORDERS", ["orders.>"]) { NumReplicas = 3 });

        var leader = await cluster.FindLeaderAsync("ORDERS");
        leader.Pause();
        await using var another = new NatsConnection(new NatsOpts { Url = cluster.Nodes.First(node => node != leader).Url });
        Assert.Equal(1UL, (await StoreAsync(new NatsJSContext(another))).Seq);
        leader.Resume();
    }

    [Fact]
    public async Task Disposing_ends_all_processes_and_deletes_their_folders()
    {
        var cluster = await NatsCluster.StartAsync();
        var processes = cluster.Nodes.Select(node => Process.GetProcessById(node.ProcessId)).ToArray();
        var folders = cluster.Nodes.Select(node => ServerLog.StoreFolder(node.Log)).ToArray();
        Assert.All(folders, folder => Assert.True(Directory.Exists(folder)));

        cluster.Nodes[1].Pause();
        await cluster.DisposeAsync();
        await cluster.DisposeAsync();

        Assert.All(processes, process => Assert.True(process.WaitForExit(Patience)));
        Assert.All(folders, folder => Assert.False(Directory.Exists(folder)));
    }

    [Fact]
    public async Task A_node_that_does_not_start_is_quoted_and_the_others_are_not_waited_for()
    {
        var failure = await Assert.ThrowsAsync<NatsServerStartException>(
            () => NatsCluster.StartAsync(options: new NatsServerOptions { Configuration = "max_payload: no-number" }));

        Assert.Contains("is string, not int64", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_cannot_share_a_port() =>
        await Assert.ThrowsAsync<ArgumentException>(() => NatsCluster.StartAsync(options: new NatsServerOptions { Port = 4222 }));

    /// <summary>Publishes with patience for an election; the id keeps one copy of what is sent again.</summary>
    private static async Task<PubAckResponse> StoreAsync(NatsJSContext jetStream)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var id = Guid.NewGuid().ToString();
        while (true)
        {
            try
            {
                var ack = await jetStream.PublishAsync("orders.placed", "1", opts: new NatsJSPubOpts { MsgId = id }, cancellationToken: timeout.Token);
                ack.EnsureSuccess();
                return ack;
            }
            catch (Exception e) when (e is NatsException && !timeout.IsCancellationRequested)
            {
                await Task.Delay(100, timeout.Token);
            }
        }
    }
}
