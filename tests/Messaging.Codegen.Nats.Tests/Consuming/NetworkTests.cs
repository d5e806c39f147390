using System.Globalization;
using Messaging.Codegen.Testing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Tests.Consuming;

/// <summary>The network between a consumer and a server that goes on running.</summary>
public class NetworkTests : NatsServerTest
{
    private readonly Sink _sink = new();
    private TcpProxy _network = null!;
    private NatsTransport _publisher = null!;
    private NatsTransport _transport = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _network = Own(new TcpProxy(Server.Port));
        _publisher = await ConnectAsync();
        _transport = await ConnectAsync(options =>
        {
            options.Urls.Clear();
            options.Urls.Add(_network.Url);
            options.IdleHeartbeat = TimeSpan.FromMilliseconds(200);
            options.PullExpires = TimeSpan.FromSeconds(2);
        });
        await ProvisionAsync(_transport, new StreamDefinition("S", ["s.>"]), Definition());
    }

    [Fact]
    public async Task A_server_that_falls_silent_makes_the_consumer_unhealthy_until_it_speaks_again()
    {
        var consumer = await StartAsync(Definition());
        await UntilAsync(() => consumer.IsHealthy, "the consumer is healthy");

        _network.Silence();
        await UntilAsync(() => !consumer.IsHealthy, "the silence is noticed");
        _network.Speak();

        await UntilAsync(() => consumer.IsHealthy, "the consumer is healthy again");
        await PublishAsync(_publisher, "s.a", "x");
        await UntilAsync(() => _sink.Items.Count == 1, "messages are delivered again");
    }

    [Fact]
    public async Task What_is_on_its_way_when_a_consumer_stops_without_patience_still_arrives()
    {
        var consumer = await StartAsync(Definition());
        await UntilAsync(() => consumer.IsHealthy, "the consumer is healthy");
        _network.Silence();
        await PublishAsync(_publisher, "s.a", "x");
        await UntilAsync(
            async () => (await _publisher.GetConsumerStateAsync("S", Definition().Name, CancellationToken.None)).AckPending == 1, "the message is on its way");

        var stopping = consumer.StopAsync(new CancellationToken(canceled: true)).AsTask();
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        _network.Speak();
        await stopping.WaitAsync(Patience);

        Assert.Equal("x", Assert.Single(_sink.Items).Text);
    }

    [Fact]
    public async Task An_idle_consumer_outlives_its_pulls()
    {
        var consumer = await StartAsync(Definition());

        // Several pulls end unfilled meanwhile.
        await Task.Delay(TimeSpan.FromSeconds(5));
        await PublishAsync(_publisher, "s.a", "x");

        await UntilAsync(() => _sink.Items.Count == 1, "the message is delivered");
        Assert.True(consumer.IsHealthy);
    }

    [Fact]
    public async Task A_network_that_breaks_again_and_again_loses_nothing()
    {
        const int count = 400;
        var definition = Definition(TimeSpan.FromSeconds(1));
        await _transport.ProvisionAsync([], [definition], Provision.CreateOrUpdate, CancellationToken.None);
        var consumer = await StartAsync(definition);
        var publishing = Task.Run(async () =>
        {
            for (var i = 0; i < count; i++)
            {
                await PublishAsync(_publisher, "s.a", i.ToString(CultureInfo.InvariantCulture));
                await Task.Delay(5);
            }
        });
        HashSet<string> handled = [];
        var taken = 0;
        var nextCut = 50;
        await UntilAsync(
            async () =>
            {
                foreach (var item in _sink.Items.Skip(taken).ToArray())
                {
                    taken++;
                    consumer.Release(1);
                    await consumer.AckAsync(item.Delivery, CancellationToken.None);
                    handled.Add(item.Text);
                }

                if (handled.Count >= nextCut)
                {
                    nextCut += 100;
                    _network.Cut();
                }

                return handled.Count == count;
            },
            "everything is handled");

        await publishing;
        await UntilAsync(
            async () =>
            {
                foreach (var item in _sink.Items.Skip(taken).ToArray())
                {
                    taken++;
                    consumer.Release(1);
                    await consumer.AckAsync(item.Delivery, CancellationToken.None);
                }

                return await _publisher.GetConsumerStateAsync("S", "c", CancellationToken.None) is { Pending: 0, AckPending: 0 };
            },
            "everything is acknowledged");
    }

    [Fact]
    public async Task Acknowledgements_without_a_connection_neither_wait_nor_get_lost()
    {
        var consumer = await StartAsync(Definition(TimeSpan.FromMinutes(10)));
        for (var i = 0; i < 10; i++)
        {
            await PublishAsync(_publisher, "s.a", "x");
        }

        await UntilAsync(() => _sink.Items.Count == 10, "the messages are delivered");
        _network.Close();
        await UntilAsync(() => !_transport.IsConnected, "the loss is noticed");

        foreach (var item in _sink.Items)
        {
            Assert.True(consumer.AckAsync(item.Delivery, CancellationToken.None).IsCompletedSuccessfully);
        }

        _network.Open();
        await UntilAsync(
            async () => await _publisher.GetConsumerStateAsync("S", "c", CancellationToken.None) is { AckPending: 0, AckFloor: 10 },
            "the acknowledgements arrive");
    }

    [Fact]
    public async Task A_consumer_stops_without_a_connection_too()
    {
        var consumer = await StartAsync(Definition());
        _network.Close();
        await UntilAsync(() => !_transport.IsConnected, "the loss is noticed");

        await consumer.StopAsync(CancellationToken.None).AsTask().WaitAsync(Patience);
        await consumer.DisposeAsync().AsTask().WaitAsync(Patience);

        _network.Open();
        await UntilAsync(() => _transport.IsConnected, "the connection is back");
        await PublishAsync(_publisher, "s.a", "x");
        await Task.Delay(500);
        Assert.Empty(_sink.Items);
    }

    private static ConsumerDefinition Definition(TimeSpan? ackWait = null) =>
        new("S", "c", []) { AckWait = ackWait ?? TimeSpan.FromMinutes(10), Prefetch = 16 };

    private async Task<ITransportConsumer> StartAsync(ConsumerDefinition definition) =>
        Own(await _transport.ConsumeAsync(definition, _sink, CancellationToken.None));
}
