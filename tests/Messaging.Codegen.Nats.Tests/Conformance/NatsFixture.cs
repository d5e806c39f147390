using Messaging.Codegen.Conformance;
using Messaging.Codegen.Testing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Codegen.Nats.Tests.Conformance;

public sealed class NatsFixture : TransportFixture
{
    private NatsServer? _server;

    public override Capabilities Capabilities =>
        Capabilities.BrokerRestart | Capabilities.Deduplication | Capabilities.Limits | Capabilities.Retention | Capabilities.StoredMessages;

    // The server's default.
    public override int MaxPayload => 1024 * 1024;

    public override TimeProvider Time => TimeProvider.System;

    private NatsServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public override ITransport CreateTransport() =>
        new NatsTransport(new NatsOptions { Urls = { Server.Url } }, NullLoggerFactory.Instance);

    public override ValueTask KillAsync(ITransport transport) => ((NatsTransport)transport).AbortAsync();

    public override Task PassAsync(TimeSpan time) => Task.Delay(time);

    public override Task RestartBrokerAsync()
    {
        Server.Kill();
        return Server.RestartAsync();
    }

    public override async Task InitializeAsync() => _server = await NatsServer.StartAsync();

    public override async Task DisposeAsync() => await Server.DisposeAsync();
}
