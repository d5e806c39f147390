using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Topology;

/// <summary>What a server does with the consumers that the rules MSG401 to MSG417 report.</summary>
public class ConsumerRuleTests : NatsServerTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await JetStream.CreateStreamAsync(new StreamConfig("ORDERS", ["orders.>"]));
        await JetStream.CreateStreamAsync(new StreamConfig("JOBS", ["jobs.>"]) { Retention = StreamConfigRetention.Workqueue });
    }

    [Theory]
    [InlineData("jobs.eu.>", "jobs.eu.placed")]
    [InlineData("jobs.*.placed", "jobs.eu.>")]
    [InlineData("jobs.eu", "jobs.eu")]
    [InlineData("jobs.eu", null)]
    public async Task MSG403_a_second_consumer_of_a_work_queue_is_refused(string one, string? other)
    {
        await CreateAsync("JOBS", new ConsumerConfig("one") { FilterSubject = one });

        Assert.Contains(await RefusalAsync("JOBS", new ConsumerConfig("other") { FilterSubject = other }), new[] { 10099, 10100 });
    }

    [Fact]
    public async Task MSG403_consumers_apart_are_taken()
    {
        await CreateAsync("JOBS", new ConsumerConfig("one") { FilterSubject = "jobs.eu.>" });
        await CreateAsync("JOBS", new ConsumerConfig("other") { FilterSubject = "jobs.us.>" });
    }

    [Fact]
    public async Task MSG404_a_work_queue_refuses_a_consumer_that_begins_at_new_messages() =>
        Assert.Equal(10101, await RefusalAsync("JOBS", new ConsumerConfig("one") { DeliverPolicy = ConsumerConfigDeliverPolicy.New }));

    [Fact]
    public async Task MSG405_more_delays_than_deliveries_are_refused()
    {
        var delays = new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30) };

        Assert.Equal(10116, await RefusalAsync("ORDERS", new ConsumerConfig("short") { MaxDeliver = 2, Backoff = delays }));
        await CreateAsync("ORDERS", new ConsumerConfig("long") { MaxDeliver = 4, Backoff = delays });
    }

    [Fact]
    public async Task MSG408_a_consumer_of_subjects_that_the_stream_does_not_have_is_taken_and_gets_nothing()
    {
        var silent = await CreateAsync("ORDERS", new ConsumerConfig("silent") { FilterSubject = "carts.open" });
        var heard = await CreateAsync("ORDERS", new ConsumerConfig("heard") { FilterSubject = "orders.placed" });

        (await JetStream.PublishAsync("orders.placed", "1")).EnsureSuccess();
        await silent.RefreshAsync();
        await heard.RefreshAsync();

        Assert.Equal((0UL, 1UL), (silent.Info.NumPending, heard.Info.NumPending));
    }

    [Fact]
    public async Task MSG413_a_message_without_a_sign_of_life_is_delivered_again()
    {
        var consumer = await CreateAsync("ORDERS", new ConsumerConfig("billing") { AckWait = TimeSpan.FromMilliseconds(100) });
        (await JetStream.PublishAsync("orders.placed", "1")).EnsureSuccess();
        var options = new NatsJSNextOpts { Expires = Patience };

        var first = await consumer.NextAsync<string>(opts: options);
        var second = await consumer.NextAsync<string>(opts: options);

        Assert.Equal((1UL, 2UL), (first!.Metadata!.Value.NumDelivered, second!.Metadata!.Value.NumDelivered));
        Assert.Equal(first.Metadata.Value.Sequence.Stream, second.Metadata.Value.Sequence.Stream);
    }

    [Fact]
    public async Task MSG417_of_two_settings_of_a_consumer_the_last_one_counts()
    {
        await CreateAsync("ORDERS", new ConsumerConfig("billing") { AckWait = TimeSpan.FromSeconds(10) });
        await CreateAsync("ORDERS", new ConsumerConfig("billing") { AckWait = TimeSpan.FromSeconds(30) });

        Assert.Equal(TimeSpan.FromSeconds(30), (await JetStream.GetConsumerAsync("ORDERS", "billing")).Info.Config.AckWait);
    }

    private async Task<INatsJSConsumer> CreateAsync(string stream, ConsumerConfig config)
    {
        config.AckPolicy = ConsumerConfigAckPolicy.Explicit;
        return await JetStream.CreateOrUpdateConsumerAsync(stream, config);
    }

    private async Task<int> RefusalAsync(string stream, ConsumerConfig config) =>
        (await Assert.ThrowsAsync<NatsJSApiException>(async () => await CreateAsync(stream, config))).Error.ErrCode;
}
