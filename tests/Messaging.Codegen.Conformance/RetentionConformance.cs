namespace Messaging.Codegen.Conformance;

/// <summary>Work queues lose a message at its acknowledgement, interest streams at the last one.</summary>
[Requires(Capabilities.Retention)]
public abstract class RetentionConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_work_queue_keeps_a_message_until_it_is_acknowledged()
    {
        await ProvisionAsync(Queue());
        await PublishNumbersAsync(3);
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var received = await consumer.NextAsync(3);
        Assert.Equal(3UL, (await StreamStateAsync()).Messages);

        await consumer.AckAsync(received[1]);
        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 2, "the acknowledged message is removed");

        await consumer.AckAsync(received[0]);
        await consumer.Consumer.TerminateAsync(received[2].Delivery, "given up", CancellationToken.None);
        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the settled messages are removed");
        Assert.Equal(new Transports.StreamState(0, 4, 3), await StreamStateAsync());
    }

    [Fact]
    public async Task A_work_queue_refuses_a_second_consumer_of_the_same_subjects()
    {
        await ProvisionAsync(Queue(), Consumer("first", $"{Root}.a.*"));

        var exception = await Assert.ThrowsAsync<TopologyException>(
            async () => await ProvisionAsync(Queue(), Consumer("second", $"{Root}.a.b", $"{Root}.c")));

        Assert.Contains($"consumer {Stream}/second", Assert.Single(exception.Differences), StringComparison.Ordinal);
        Assert.Contains("not unique on workqueue stream", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_work_queue_has_several_consumers_of_different_subjects()
    {
        await ProvisionAsync(Queue(), Consumer("first", $"{Root}.a"), Consumer("second", $"{Root}.b"));
        await using var first = await ConsumeAsync(Consumer("first", $"{Root}.a"));
        await using var second = await ConsumeAsync(Consumer("second", $"{Root}.b"));

        await PublishAsync("b", "for the second");
        await PublishAsync("a", "for the first");

        Assert.Equal("for the first", (await first.NextAsync()).Text);
        Assert.Equal("for the second", (await second.NextAsync()).Text);
    }

    [Fact]
    public async Task An_interest_stream_drops_what_no_consumer_wants()
    {
        await ProvisionAsync(Interest(), Consumer("c", $"{Root}.wanted"));

        Assert.Equal(1UL, (await PublishAsync("unwanted", "x")).Sequence);
        Assert.Equal(2UL, (await PublishAsync("wanted", "y")).Sequence);

        Assert.Equal(1UL, (await StreamStateAsync()).Messages);
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.wanted"));
        Assert.Equal("y", (await consumer.NextAsync()).Text);
    }

    [Fact]
    public async Task An_interest_stream_keeps_a_message_for_the_slowest_consumer()
    {
        await ProvisionAsync(Interest(), Consumer("quick"), Consumer("slow"));
        await PublishAsync("m", "x");
        await using var quick = await ConsumeAsync(Consumer("quick"));
        await quick.AckAsync(await quick.NextAsync());
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("quick")).AckPending == 0, "the first acknowledgement arrives");
        Assert.Equal(1UL, (await StreamStateAsync()).Messages);

        await using var slow = await ConsumeAsync(Consumer("slow"));
        await slow.AckAsync(await slow.NextAsync());

        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the message is removed");
    }

    private StreamDefinition Queue() => new(Stream, [$"{Root}.>"]) { Retention = StreamRetention.WorkQueue };

    private StreamDefinition Interest() => new(Stream, [$"{Root}.>"]) { Retention = StreamRetention.Interest };
}
