using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A full stream refuses new messages or drops old ones, as it was told.</summary>
[Requires(Capabilities.Limits)]
public abstract class LimitsConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int StoreFailed = 10077;

    [Fact]
    public async Task A_full_stream_that_discards_new_messages_refuses_them()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxMessages = 2, Discard = StreamDiscard.New });
        await PublishNumbersAsync(2);

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync("m", "3", "third"));

        Assert.Equal(PublishFailure.Refused, exception.Failure);
        Assert.Equal(StoreFailed, exception.ErrorCode);
        Assert.Contains("maximum messages exceeded", exception.Message, StringComparison.Ordinal);
        Assert.Equal(new StreamState(2, 1, 2), await StreamStateAsync());
    }

    [Fact]
    public async Task A_refused_message_is_stored_when_there_is_room_again()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"])
        {
            MaxMessages = 1,
            Discard = StreamDiscard.New,
            Retention = StreamRetention.WorkQueue,
        });
        await PublishAsync("m", "1");
        await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync("m", "2", "second"));

        await using var consumer = await ConsumeAsync(Consumer("c"));
        await consumer.AckAsync(await consumer.NextAsync());
        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the acknowledged message is removed");

        Assert.Equal(new PublishReceipt(Stream, 2, false), await PublishAsync("m", "2", "second"));
    }

    [Fact]
    public async Task A_stream_with_too_many_bytes_refuses_more()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxBytes = 1000, Discard = StreamDiscard.New });
        await PublishAsync("m", new string('x', 600));

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync("m", new string('x', 600)));

        Assert.Equal(PublishFailure.Refused, exception.Failure);
        Assert.Equal(StoreFailed, exception.ErrorCode);
    }

    [Fact]
    public async Task A_stream_that_discards_old_messages_keeps_the_newest()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxMessages = 3 });
        await PublishNumbersAsync(5);

        Assert.Equal(new StreamState(3, 3, 5), await StreamStateAsync());
        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.Equal(["2", "3", "4"], (await consumer.NextAsync(3)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_stream_with_too_many_bytes_drops_the_oldest()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxBytes = 1000 });
        await PublishAsync("m", new string('x', 600));
        await PublishAsync("m", new string('y', 600));

        Assert.Equal(new StreamState(1, 2, 2), await StreamStateAsync());
    }

    [Fact]
    public async Task Old_messages_go()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxAge = TimeSpan.FromSeconds(1) });
        await PublishNumbersAsync(2);

        await Waiting.WhileTimePassesUntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the messages are gone");

        Assert.Equal(3UL, (await PublishAsync("m", "2")).Sequence);
        Assert.Equal(3UL, (await StreamStateAsync()).LastSequence);
    }

    [Fact]
    public async Task What_a_limit_removes_is_not_delivered_later()
    {
        await ProvisionAsync(
            new StreamDefinition(Stream, [$"{Root}.>"]) { MaxMessages = 2 }, Consumer("c"));
        await PublishNumbersAsync(4);

        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).Pending == 2, "two wait");
        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.Equal(["2", "3"], (await consumer.NextAsync(2)).Select(message => message.Text));
        await consumer.ExpectNothingAsync();
    }
}
