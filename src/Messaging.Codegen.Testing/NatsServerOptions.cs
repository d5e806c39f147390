namespace Messaging.Codegen.Testing;

/// <summary>How <see cref="NatsServer.StartAsync"/> starts a server. The defaults suit most tests.</summary>
public sealed class NatsServerOptions
{
    /// <summary>
    /// Path of the <c>nats-server</c> program. <see langword="null"/> (default): the environment variable
    /// <c>NATS_SERVER</c>, then the directories of <c>PATH</c>.
    /// </summary>
    public string? BinaryPath { get; init; }

    /// <summary>
    /// Client port on 127.0.0.1. <see langword="null"/> (default): a free one below 32768, where no system hands out
    /// ports to outgoing connections, so that the port is still free when the server is restarted.
    /// </summary>
    public int? Port { get; init; }

    /// <summary>Whether JetStream is on, with its store in the server's temporary folder. Default: <see langword="true"/>.</summary>
    public bool JetStream { get; init; } = true;

    /// <summary>
    /// Whether JetStream flushes every message to the disk before it acknowledges it. The server's own default is every 2 minutes, which is
    /// enough to survive a kill of the process: the system keeps what it wrote. Default: <see langword="false"/>.
    /// </summary>
    public bool SyncAlways { get; init; }

    /// <summary>
    /// More of the server's configuration, in its own syntax: <c>authorization</c>, <c>tls</c>, <c>max_payload</c>,
    /// <c>accounts</c>… A setting given here wins over the one that the harness writes. The log must stay on standard
    /// error, where start-up is watched. Default: none.
    /// </summary>
    public string? Configuration { get; init; }

    /// <summary>How long a start may take before it fails. Default: 30 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for a node of a cluster. Clients are not told of the other nodes: they keep to the addresses that they were given.</summary>
    internal NatsServerOptions InCluster(string name, int routePort, IEnumerable<int> routePorts) => new()
    {
        BinaryPath = BinaryPath,
        JetStream = JetStream,
        SyncAlways = SyncAlways,
        StartTimeout = StartTimeout,
        Configuration = $$"""
            server_name: "{{name}}"
            cluster {
              name: "test"
              listen: "127.0.0.1:{{routePort}}"
              no_advertise: true
              routes: [{{string.Join(", ", routePorts.Select(port => $"\"nats://127.0.0.1:{port}\""))}}]
            }
            {{Configuration}}
            """,
    };
}
