using Messaging.Codegen.Transports;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Consuming;

/// <summary>A consumer goes on by itself, whatever becomes of the server's side of it.</summary>
public class ConsumerRecoveryTests : NatsServerTest
{
    private static readonly StreamDefinition Stream = new("S", ["s.>"]);
    private static readonly ConsumerDefinition Definition = new("S", "c", []) { AckWait = TimeSpan.FromMinutes(10), Prefetch = 8 };

    private readonly Sink _sink = new();
    private NatsTransport _transport = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _transport = await ConnectAsync();
        await ProvisionAsync(_transport, Stream, Definition);
    }

    [Theory]
    [InlineData(DeliverFrom.All)]
    [InlineData(DeliverFrom.New)]
    public async Task A_deleted_consumer_is_made_again_behind_what_was_done(DeliverFrom from)
    {
        await PublishAsync(_transport, "s.a", "earlier");
        var definition = new ConsumerDefinition("S", "other", ["s.>"]) { AckWait = Definition.AckWait, DeliverFrom = from };
        var consumer = await StartAsync(definition);
        await PublishAsync(_transport, "s.a", "done");
        await UntilAsync(() => _sink.Items.Any(item => item.Text == "done"), "the messages are delivered");
        foreach (var item in _sink.Items)
        {
            await consumer.AckAsync(item.Delivery, CancellationToken.None);
        }

        await UntilAsync(async () => (await _transport.GetConsumerStateAsync("S", "other", CancellationToken.None)).AckFloor == 2, "they are acknowledged");
        var delivered = _sink.Items.Count;

        // A second process that starts knows how far the durable is; this one learnt it then too.
        var second = await (await ConnectAsync()).ConsumeAsync(definition, _sink, CancellationToken.None);
        await consumer.DisposeAsync();
        await JetStream.DeleteConsumerAsync("S", "other");
        await PublishAsync(_transport, "s.a", "between");

        await UntilAsync(() => _sink.Items.Count > delivered, "the consumer goes on");
        Assert.Equal("between", _sink.Items.Last().Text);
        Assert.Equal(delivered + 1, _sink.Items.Count);
        await UntilAsync(() => second.IsHealthy, "the consumer is healthy");
    }

    [Fact]
    public async Task Nothing_that_was_published_while_a_consumer_for_new_messages_was_gone_is_lost()
    {
        var definition = new ConsumerDefinition("S", "new", []) { DeliverFrom = DeliverFrom.New };
        await PublishAsync(_transport, "s.a", "before it was made");
        await StartAsync(definition);

        await JetStream.DeleteConsumerAsync("S", "new");
        for (var i = 0; i < 20; i++)
        {
            await PublishAsync(_transport, "s.a", i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await UntilAsync(() => _sink.Items.Count >= 20, "everything is delivered");
        Assert.Equal(Enumerable.Range(0, 20), _sink.Items.Select(item => int.Parse(item.Text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_stream_that_was_made_anew_is_read_from_its_beginning()
    {
        for (var i = 0; i < 5; i++)
        {
            await PublishAsync(_transport, "s.a", "old");
        }

        var consumer = await StartAsync(Definition);
        await UntilAsync(() => _sink.Items.Count == 5, "the messages are delivered");
        foreach (var item in _sink.Items)
        {
            await consumer.AckAsync(item.Delivery, CancellationToken.None);
            consumer.Release(1);
        }

        await JetStream.DeleteStreamAsync("S");
        await UntilAsync(() => !consumer.IsHealthy, "the loss is noticed");
        await ProvisionAsync(_transport, Stream);
        await PublishAsync(_transport, "s.a", "new");

        await UntilAsync(() => _sink.Items.Count == 6, "the consumer goes on");
        Assert.Equal(("new", 1UL), (_sink.Items.Last().Text, _sink.Items.Last().Delivery.Sequence));
        await UntilAsync(() => consumer.IsHealthy, "the consumer is healthy");
    }

    [Fact]
    public async Task A_consumer_in_the_memory_of_a_server_that_died_is_made_again()
    {
        await _transport.ProvisionAsync(
            [new StreamDefinition("M", ["m.>"]) { Storage = StreamStorage.Memory }], [new("M", "c", [])], Provision.Create, CancellationToken.None);
        var consumer = await StartAsync(new ConsumerDefinition("M", "c", []));
        await PublishAsync(_transport, "m.a", "before");
        await UntilAsync(() => _sink.Items.Count == 1, "the message is delivered");

        Server.Kill();
        await UntilAsync(() => !consumer.IsHealthy, "the loss is noticed");
        await Server.RestartAsync();
        await UntilAsync(() => _transport.IsConnected, "the connection is back");
        await ProvisionAsync(_transport, new StreamDefinition("M", ["m.>"]) { Storage = StreamStorage.Memory });
        await PublishAsync(_transport, "m.a", "after");

        await UntilAsync(() => _sink.Items.Any(item => item.Text == "after"), "the consumer goes on");
        await UntilAsync(() => consumer.IsHealthy, "the consumer is healthy");
    }

    [Fact]
    public async Task A_pull_that_the_server_finds_too_large_is_made_smaller()
    {
        await JetStream.CreateOrUpdateConsumerAsync("S", new ConsumerConfig("small") { AckPolicy = ConsumerConfigAckPolicy.Explicit, MaxBatch = 3 });
        var consumer = await StartAsync(new ConsumerDefinition("S", "small", []) { Prefetch = 10 });

        for (var i = 0; i < 30; i++)
        {
            await PublishAsync(_transport, "s.a", "x");
        }

        var released = 0;
        await UntilAsync(
            () =>
            {
                var delivered = _sink.Items.Count;
                consumer.Release(delivered - released);
                released = delivered;
                return delivered == 30;
            },
            "everything is delivered");
    }

    [Fact]
    public async Task A_push_consumer_of_the_name_is_refused()
    {
        await JetStream.CreateOrUpdateConsumerAsync(
            "S", new ConsumerConfig("push") { AckPolicy = ConsumerConfigAckPolicy.Explicit, DeliverSubject = "somewhere" });

        var exception = await Assert.ThrowsAsync<TransportException>(() => StartAsync(new ConsumerDefinition("S", "push", [])));

        Assert.Contains("S/push", exception.Message, StringComparison.Ordinal);
    }

    private async Task<ITransportConsumer> StartAsync(ConsumerDefinition definition) =>
        Own(await _transport.ConsumeAsync(definition, _sink, CancellationToken.None));
}
