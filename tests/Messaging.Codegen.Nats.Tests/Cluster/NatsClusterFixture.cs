using Messaging.Codegen.Conformance;
using Messaging.Codegen.Testing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Codegen.Nats.Tests.Cluster;

/// <summary>Three servers, streams with three replicas.</summary>
public sealed class NatsClusterFixture : TransportFixture
{
    private NatsCluster? _cluster;

    public override Capabilities Capabilities => Capabilities.BrokerRestart | Capabilities.Deduplication;

    public override int MaxPayload => 1024 * 1024;

    public override int Replicas => 3;

    public override TimeProvider Time => TimeProvider.System;

    public NatsCluster Cluster => _cluster ?? throw new InvalidOperationException("Not started.");

    public override ITransport CreateTransport()
    {
        var options = new NatsOptions();
        foreach (var node in Cluster.Nodes)
        {
            options.Urls.Add(node.Url);
        }

        return new NatsTransport(options, NullLoggerFactory.Instance);
    }

    public override async ValueTask KillAsync(ITransport transport) => await ((NatsTransport)transport).AbortAsync();

    public override Task PassAsync(TimeSpan time) => Task.Delay(time);

    public override Task KillBrokerAsync()
    {
        foreach (var node in Cluster.Nodes)
        {
            node.Kill();
        }

        return Task.CompletedTask;
    }

    public override Task StartBrokerAsync() => Task.WhenAll(Cluster.Nodes.Select(node => node.RestartAsync()));

    public override async Task InitializeAsync() => _cluster = await NatsCluster.StartAsync();

    public override async Task DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
