using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Messaging.Codegen.Nats.Tests.Interop;

/// <summary>Programs that use the NATS client itself, with the emitted code as its serializers.</summary>
public sealed class RawClientTests : NatsServerTest
{
    private static readonly Measured Sample = new("north.7", 21.5, Guid.CreateVersion7());

    [Fact]
    public async Task The_raw_client_publishes_and_a_handler_receives()
    {
        using var host = await StartAsync();
        await using var raw = Connect();

        var acknowledgement = await new NatsJSContext(raw).PublishAsync(MeasuredSubject.Format(Sample.Station), Sample);
        acknowledgement.EnsureSuccess();

        Assert.Equal(Sample, await host.Services.GetRequiredService<Received>().Measured.Task.WaitAsync(Patience));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_publisher_publishes_and_the_raw_client_receives()
    {
        using var host = await StartAsync();
        await using var raw = Connect();
        using var patience = new CancellationTokenSource(Patience);
        await using var subscription = await raw.SubscribeCoreAsync<Measured>(MeasuredSubject.Filter, cancellationToken: patience.Token);
        await raw.PingAsync(patience.Token);

        await host.Services.GetRequiredService<IPublisher<Measured>>().PublishAsync(Sample, patience.Token);

        var message = await subscription.Msgs.ReadAsync(patience.Token);
        message.EnsureSuccess();
        Assert.Equal(Sample, message.Data);
        await host.StopAsync(patience.Token);
    }

    [Fact]
    public async Task The_raw_client_asks_and_a_handler_answers()
    {
        using var host = await StartAsync();
        await using var raw = Connect();
        using var patience = new CancellationTokenSource(Patience);

        var reply = await raw.RequestAsync<Ask, Answer>("ask.interop.v1", new Ask([1, 2, 39]), cancellationToken: patience.Token);

        reply.EnsureSuccess();
        Assert.Equal(42, reply.Data.Sum);
        await host.StopAsync(patience.Token);
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_the_messages_error()
    {
        await using var raw = Connect();
        using var patience = new CancellationTokenSource(Patience);
        await using var subscription = await raw.SubscribeCoreAsync<Measured>("x", cancellationToken: patience.Token);
        await raw.PublishAsync("x", "no message", cancellationToken: patience.Token);
        await raw.PublishAsync("x", cancellationToken: patience.Token);
        await raw.PublishAsync<Measured?>("x", null, cancellationToken: patience.Token);

        var wrong = await subscription.Msgs.ReadAsync(patience.Token);
        var exception = Assert.Throws<NatsDeserializeException>(wrong.EnsureSuccess);
        Assert.Equal("interop.measured/v1", Assert.IsType<MessageFormatException>(exception.InnerException).Contract);
        foreach (var empty in new[] { await subscription.Msgs.ReadAsync(patience.Token), await subscription.Msgs.ReadAsync(patience.Token) })
        {
            empty.EnsureSuccess();
            Assert.Null(empty.Data);
        }
    }

    [Fact]
    public void Other_types_are_the_clients_or_whoever_is_asked()
    {
        var registry = new MessageSerializerRegistry(new ContractSet().Add<Measured>());
        Assert.Same(MessageNatsSerializer<Measured>.Default, registry.GetSerializer<Measured>());
        Assert.Same(MessageNatsSerializer<Measured>.Default, registry.GetDeserializer<Measured>());
        Assert.Same(NatsDefaultSerializerRegistry.Default.GetSerializer<string>(), registry.GetSerializer<string>());
        Assert.Same(NatsDefaultSerializerRegistry.Default.GetDeserializer<Ask>(), registry.GetDeserializer<Ask>());

        var outer = new MessageSerializerRegistry(new ContractSet().Add<Ask>(), registry);
        Assert.Same(MessageNatsSerializer<Measured>.Default, outer.GetSerializer<Measured>());
        Assert.Same(MessageNatsSerializer<Ask>.Default, outer.GetDeserializer<Ask>());
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<Received>();
        builder.Services.AddMessaging(messaging => messaging.UseNats(Server.Url).AddApplicationModules());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private NatsConnection Connect() =>
        new(new NatsOpts { Url = Server.Url, SerializerRegistry = new MessageSerializerRegistry(new ContractSet().AddApplicationModules()) });
}
