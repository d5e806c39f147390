using System.Globalization;
using System.Text.Json;

namespace Messaging.Codegen.Testing;

/// <summary>
/// A JetStream cluster of real <c>nats-server</c> processes on 127.0.0.1 for tests. Each node is a <see cref="NatsServer"/> that can be
/// killed, paused and restarted by itself; streams with as many replicas as there are nodes survive the loss of a minority.
/// </summary>
/// <remarks>
/// The nodes do not tell clients of each other (so that a proxy in front of them stays in use): give clients all <see cref="Urls"/>.
/// While a majority is down JetStream does not answer, and neither does a restart end: restart the nodes of a majority together.
/// </remarks>
public sealed class NatsCluster : IAsyncDisposable
{
    private const int PortAttempts = 10;
    private const int MaxReplicas = 5;
    private const string ProbeStream = "NATS_CLUSTER_PROBE";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly TimeSpan _patience;

    private NatsCluster(IReadOnlyList<NatsServer> nodes, TimeSpan patience)
    {
        Nodes = nodes;
        _patience = patience;
    }

    /// <summary>The servers; the names that they have within the cluster are <c>node-1</c>, <c>node-2</c>, …</summary>
    public IReadOnlyList<NatsServer> Nodes { get; }

    /// <summary>The addresses of all nodes, separated by commas, as <c>UseNats</c> takes them.</summary>
    public string Urls => string.Join(',', Nodes.Select(node => node.Url));

    /// <summary>
    /// Starts a cluster and waits until it has a leader and places streams on all of its nodes. A node that wants credentials or TLS
    /// cannot be asked for that: there the wait ends when it accepts connections.
    /// </summary>
    /// <param name="nodes">How many servers, 2 or more. JetStream works while more than half of them run.</param>
    /// <param name="options">How to start each of them, or null for the defaults. Its <see cref="NatsServerOptions.Port"/> must be null.</param>
    /// <param name="ct">Gives up the start; nothing is left running.</param>
    /// <returns>The running cluster. Dispose of it.</returns>
    /// <exception cref="NatsServerStartException">The program was not found, or a node did not start in time.</exception>
    public static async Task<NatsCluster> StartAsync(int nodes = 3, NatsServerOptions? options = null, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 2);
        options ??= new NatsServerOptions();
        if (options.Port is not null)
        {
            throw new ArgumentException("The nodes of a cluster cannot share one port.", nameof(options));
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(nodes, options, ct).ConfigureAwait(false);
            }
            catch (NatsServerStartException e) when (attempt < PortAttempts && e.Message.Contains(": bind: ", StringComparison.Ordinal))
            {
                // Somebody took the port of a route between the look and the start.
            }
        }
    }

    /// <summary>Finds the node that leads a stream, and waits while there is none.</summary>
    /// <param name="stream">The stream; it exists.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="TimeoutException">No leader was found within the start timeout of the options.</exception>
    public async Task<NatsServer> FindLeaderAsync(string stream, CancellationToken ct = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_patience);
        try
        {
            while (true)
            {
                foreach (var node in Nodes.Where(node => node.IsRunning))
                {
                    var answer = await NatsServerProbe.AskAsync(node.Port, $"$JS.API.STREAM.INFO.{stream}", "", limit.Token).ConfigureAwait(false);
                    if (FindLeader(answer) is { IsRunning: true } leader)
                    {
                        return leader;
                    }
                }

                await Task.Delay(RetryDelay, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No leader of the stream '{stream}' was found within {_patience}.");
        }
    }

    /// <summary>Kills all nodes and deletes their folders.</summary>
    /// <returns>A task that ends when everything is gone.</returns>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            node.Kill();
        }

        await Task.WhenAll(Nodes.Select(node => node.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    private static string NodeName(int index) => string.Create(CultureInfo.InvariantCulture, $"node-{index + 1}");

    private static async Task<NatsCluster> StartOnceAsync(int count, NatsServerOptions options, CancellationToken ct)
    {
        var routes = new HashSet<int>();
        while (routes.Count < count)
        {
            routes.Add(NatsServerPort.Free());
        }

        // Together: a node is ready when the cluster has a leader. When one fails the others need not wait for that any longer.
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var starts = routes.Select((route, index) => StartNodeAsync(options.InCluster(NodeName(index), route, routes), failed)).ToArray();
        try
        {
            var cluster = new NatsCluster(await Task.WhenAll(starts).ConfigureAwait(false), options.StartTimeout);
            if (options.JetStream)
            {
                await cluster.WaitForPlacementAsync(ct).ConfigureAwait(false);
            }

            return cluster;
        }
        catch
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully))
            {
                await start.Result.DisposeAsync().ConfigureAwait(false);
            }

            throw starts.Select(start => start.Exception?.InnerException).FirstOrDefault(e => e is NatsServerStartException)
                ?? new NatsServerStartException("The cluster did not start.", starts.Select(start => start.Exception).FirstOrDefault(e => e is not null));
        }
    }

    private static async Task<NatsServer> StartNodeAsync(NatsServerOptions options, CancellationTokenSource failed)
    {
        try
        {
            return await NatsServer.StartAsync(options, failed.Token).ConfigureAwait(false);
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private NatsServer? FindLeader(string? answer)
    {
        if (string.IsNullOrEmpty(answer))
        {
            return null;
        }

        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("cluster", out var cluster) && cluster.TryGetProperty("leader", out var leader)
            ? Nodes.Where((_, index) => leader.ValueEquals(NodeName(index))).FirstOrDefault()
            : null;
    }

    /// <summary>A leader alone is not enough: it must have heard of all nodes before a stream can be placed on them.</summary>
    private async Task WaitForPlacementAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_patience);
        var replicas = Math.Min(Nodes.Count, MaxReplicas);
        var stream = $$"""{"name":"{{ProbeStream}}","subjects":["{{ProbeStream}}"],"storage":"memory","num_replicas":{{replicas}}}""";
        try
        {
            while (!NatsServerProbe.IsSuccess(await AskAsync("CREATE", stream, limit.Token).ConfigureAwait(false))
                || !NatsServerProbe.IsSuccess(await AskAsync("DELETE", "", limit.Token).ConfigureAwait(false)))
            {
                await Task.Delay(RetryDelay, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new NatsServerStartException($"The cluster placed no stream within {_patience}. The log of its first node:\n{Nodes[0].Log}", e);
        }
    }

    private Task<string?> AskAsync(string verb, string request, CancellationToken ct) =>
        NatsServerProbe.AskAsync(Nodes[0].Port, $"$JS.API.STREAM.{verb}.{ProbeStream}", request, ct);
}
