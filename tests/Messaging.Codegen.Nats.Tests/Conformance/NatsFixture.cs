using Messaging.Codegen.Conformance;
using Messaging.Codegen.Testing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging.Abstractions;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Tests.Conformance;

/// <summary>A real server with nothing but its defaults.</summary>
public sealed class NatsFixture : TransportFixture
{
    private NatsServer? _server;

    public override Capabilities Capabilities =>
        Capabilities.BrokerRestart | Capabilities.Deduplication | Capabilities.Limits | Capabilities.Retention | Capabilities.StoredMessages
            | Capabilities.MessageTtl | Capabilities.ExpectedState | Capabilities.ConsumerPause
            | Capabilities.AtomicBatches | Capabilities.Schedules;

    // The server's default.
    public override int MaxPayload => 1024 * 1024;

    public override TimeProvider Time => TimeProvider.System;

    /// <summary>Where the server is, for other clients.</summary>
    public string Url => Server.Url;

    private NatsServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public override ITransport CreateTransport() =>
        new NatsTransport(new NatsOptions { Urls = { Server.Url } }, NullLoggerFactory.Instance);

    public override async ValueTask KillAsync(ITransport transport) => await ((NatsTransport)transport).AbortAsync();

    public override Task PassAsync(TimeSpan time) => Task.Delay(time);

    public override Task KillBrokerAsync()
    {
        Server.Kill();
        return Task.CompletedTask;
    }

    public override Task StartBrokerAsync() => Server.RestartAsync();

    public override async Task PublishForeignAsync(ITransport sender, string subject, ReadOnlyMemory<byte> payload)
    {
        await using var connection = new NatsConnection(new NatsOpts { Url = Server.Url });
        await connection.PublishAsync(subject, payload, serializer: NatsRawSerializer<ReadOnlyMemory<byte>>.Default);
        await connection.PingAsync();
    }

    public override async Task InitializeAsync() => _server = await NatsServer.StartAsync();

    public override async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
