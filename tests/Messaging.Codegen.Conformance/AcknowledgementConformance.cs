namespace Messaging.Codegen.Conformance;

/// <summary>A message comes again until it is acknowledged or terminated, never before it should, and says how often it came.</summary>
public abstract class AcknowledgementConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task An_acknowledged_message_does_not_come_again()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(2);
        await using var consumer = await ConsumeAsync(ImpatientConsumer("c"));
        await consumer.AckAsync(await consumer.NextAsync());
        var second = await consumer.NextAsync();

        // The second one shows that the ack wait has passed for the first one too.
        var again = await consumer.NextInTimeAsync();
        Assert.Equal(second.Text, again.Text);
        await consumer.AckAsync(again);
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 0, "nothing is in work");
        await Waiting.ForNothingAsync();
        var delivered = consumer.All.Count;
        await Fixture.PassAsync(2 * ShortAckWait);
        await Waiting.ForNothingAsync();
        Assert.Equal(delivered, consumer.All.Count);
        Assert.Single(consumer.Texts, "0");
    }

    [Fact]
    public async Task A_message_that_nobody_acknowledges_comes_again_and_counts()
    {
        await ProvisionAsync();
        await PublishAsync("m", "x", "id", new MessageHeaders { { "Name", "value" } });
        await using var consumer = await ConsumeAsync(ImpatientConsumer("c"));
        await consumer.NextAsync();

        for (var count = 2; count <= 4; count++)
        {
            var again = await consumer.NextInTimeAsync();
            Assert.Equal(count, again.Count);
            Assert.Equal(1UL, again.Delivery.Sequence);
            Assert.Equal("x", again.Text);
            Assert.Equal("value", again.Headers!["Name"]);
        }

        Assert.Equal(1UL, (await ConsumerStateAsync("c")).Redelivered);
    }

    [Fact]
    public async Task A_message_does_not_come_again_before_its_ack_wait()
    {
        await ProvisionAsync();
        await PublishAsync("m", "x");
        await using var consumer = await ConsumeAsync(ImpatientConsumer("c"));
        var first = await consumer.NextAsync();

        var second = await consumer.NextInTimeAsync();

        AssertAtLeast(ShortAckWait, first.At, second.At);
    }

    [Fact]
    public async Task A_delayed_nak_brings_the_message_back_after_its_delay_and_not_before()
    {
        var delay = TimeSpan.FromMilliseconds(700);
        await ProvisionAsync();
        await PublishAsync("m", "x");
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var first = await consumer.NextAsync();

        var asked = Fixture.Time.GetTimestamp();
        await consumer.NakAsync(first, delay);
        var second = await consumer.NextInTimeAsync();

        AssertAtLeast(delay, asked, second.At);
        Assert.Equal(2, second.Count);
    }

    [Fact]
    public async Task A_nak_without_delay_brings_the_message_back_at_once()
    {
        await ProvisionAsync();
        await PublishAsync("m", "x");
        await using var consumer = await ConsumeAsync(Consumer("c"));

        await consumer.NakAsync(await consumer.NextAsync(), TimeSpan.Zero);

        Assert.Equal(2, (await consumer.NextAsync()).Count);
    }

    [Fact]
    public async Task A_delayed_message_does_not_hold_up_the_others()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(3);
        await using var consumer = await ConsumeAsync(Consumer("c"));

        await consumer.NakAsync(await consumer.NextAsync(), LongAckWait);

        Assert.Equal(["1", "2"], (await consumer.NextAsync(2)).Select(message => message.Text));
        await consumer.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_terminated_message_does_not_come_again()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(2);
        await using var consumer = await ConsumeAsync(ImpatientConsumer("c"));
        await consumer.Consumer.TerminateAsync((await consumer.NextAsync()).Delivery, "not for us: \"quoted\"", CancellationToken.None);
        await consumer.NextAsync();

        var again = await consumer.NextInTimeAsync();
        Assert.Equal("1", again.Text);
        await consumer.AckAsync(again);
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 0, "nothing is in work");
    }

    [Fact]
    public async Task Progress_keeps_a_message()
    {
        var ackWait = TimeSpan.FromSeconds(4);
        await ProvisionAsync();
        await PublishAsync("m", "x");
        await using var consumer = await ConsumeAsync(new ConsumerDefinition(Stream, "c", []) { AckWait = ackWait });
        var message = await consumer.NextAsync();

        for (var passed = TimeSpan.Zero; passed < 1.5 * ackWait; passed += ackWait / 8)
        {
            await Fixture.PassAsync(ackWait / 8);
            await consumer.Consumer.ProgressAsync(message.Delivery, CancellationToken.None);
        }

        await consumer.ExpectNothingAsync();

        // Without further signs its ack wait ends.
        Assert.Equal(2, (await consumer.NextInTimeAsync()).Count);
    }

    [Fact]
    public async Task A_late_acknowledgement_of_an_earlier_delivery_counts()
    {
        await ProvisionAsync();
        await PublishAsync("m", "x");
        await using var consumer = await ConsumeAsync(ImpatientConsumer("c"));
        var first = await consumer.NextAsync();
        await consumer.NextInTimeAsync();

        await consumer.AckAsync(first);

        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 0, "nothing is in work");
    }

    [Fact]
    public async Task Acknowledging_twice_is_harmless()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(2);
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var first = await consumer.NextAsync();

        await consumer.AckAsync(first);
        await consumer.AckAsync(first);
        await consumer.NakAsync(first, TimeSpan.Zero);

        Assert.Equal("1", (await consumer.NextAsync()).Text);
        await consumer.ExpectNothingAsync();
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 1, "the first is acknowledged");
    }

    [Fact]
    public async Task Acknowledgements_may_come_in_any_order_and_from_many_threads()
    {
        const int count = 200;
        await ProvisionAsync();
        await PublishNumbersAsync(count);
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var received = (await consumer.NextAsync(count)).ToArray();
        new Random(1).Shuffle(received);

        await Task.WhenAll(received.Select(message => Task.Run(async () => await consumer.AckAsync(message))));

        await Waiting.UntilAsync(
            async () => await ConsumerStateAsync("c") is { AckPending: 0, AckFloor: count }, "everything is acknowledged");
    }

    private void AssertAtLeast(TimeSpan expected, long from, long to)
    {
        // A real broker's clock and ours may tick in different milliseconds.
        var tolerance = TimeSpan.FromMilliseconds(5);
        var elapsed = Fixture.Time.GetElapsedTime(from, to);
        Assert.True(elapsed >= expected - tolerance, $"It came again after {elapsed}, {expected} was asked for.");
    }
}
