using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Chaos.Faults;

/// <summary>The servers: one, or a cluster. At most one of them is disturbed at a time, so that a cluster keeps its majority.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private const string Stream = "CHAOS";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly NatsCluster? _cluster;

    private Broker(NatsServer server) => Nodes = [server];

    private Broker(NatsCluster cluster)
    {
        _cluster = cluster;
        Nodes = cluster.Nodes;
    }

    public IReadOnlyList<NatsServer> Nodes { get; }

    /// <summary>The addresses past all proxies.</summary>
    public string Urls => string.Join(',', Nodes.Select(node => node.Url));

    /// <param name="cluster">Three servers instead of one.</param>
    /// <param name="syncAlways">
    /// The servers flush every message to the disk. Without it a crash of the machine could lose what they acknowledged in the last two
    /// minutes; a killed process cannot, the system still has what it wrote.
    /// </param>
    public static async Task<Broker> StartAsync(bool cluster, bool syncAlways)
    {
        // A server starts slowly on a machine that is busy with the workers.
        var options = new NatsServerOptions
        {
            StartTimeout = TimeSpan.FromMinutes(2),
            SyncAlways = syncAlways,
        };
        return cluster ? new Broker(await NatsCluster.StartAsync(options: options)) : new Broker(await NatsServer.StartAsync(options));
    }

    /// <summary>Kills a server and starts it again after a while; of a cluster, if asked for, the one that leads the stream.</summary>
    public Task KillAsync(bool leader, int random, TimeSpan downtime) => DisturbAsync(leader, random, async node =>
    {
        node.Kill();
        await Task.Delay(downtime);
        await node.RestartAsync();
    });

    /// <summary>Stops a server in good order and starts it again.</summary>
    public Task RestartAsync(int random, TimeSpan downtime) => DisturbAsync(leader: false, random, async node =>
    {
        await node.StopAsync();
        await Task.Delay(downtime);
        await node.RestartAsync();
    });

    /// <summary>Freezes a server for a while.</summary>
    public Task PauseAsync(int random, TimeSpan duration) => DisturbAsync(leader: false, random, async node =>
    {
        node.Pause();
        await Task.Delay(duration);
        node.Resume();
    });

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? Nodes[0].DisposeAsync();

    private async Task DisturbAsync(bool leader, int random, Func<NatsServer, Task> disturb)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await disturb(leader && _cluster is not null ? await _cluster.FindLeaderAsync(Stream) : Nodes[random % Nodes.Count]);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
