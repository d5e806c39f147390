using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Stored messages can be looked at without a consumer.</summary>
[Requires(Capabilities.StoredMessages)]
public abstract class StoredMessageConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_message_is_read_by_its_sequence()
    {
        await ProvisionAsync();
        await PublishAsync("a", "first");
        await PublishAsync("b", "second", "the-id", new MessageHeaders { { "Name", "Größe" } });

        var message = await Transport.GetAsync(Stream, 2, CancellationToken.None);

        Assert.NotNull(message);
        Assert.Equal(Stream, message.Stream);
        Assert.Equal(2UL, message.Sequence);
        Assert.Equal($"{Root}.b", message.Subject);
        Assert.Equal("the-id", message.MessageId);
        Assert.Equal([new KeyValuePair<string, string>("Name", "Größe")], message.Headers!);
        Assert.Equal("second"u8.ToArray(), message.Payload.ToArray());
        Assert.Equal(TimeSpan.Zero, message.Timestamp.Offset);
        Assert.InRange(message.Timestamp, Fixture.Time.GetUtcNow().AddMinutes(-5), Fixture.Time.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public async Task A_foreign_message_is_read_too()
    {
        await ProvisionAsync();
        await Fixture.PublishForeignAsync(Transport, $"{Root}.a", ReadOnlyMemory<byte>.Empty);
        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 1, "the message is stored");

        var message = await Transport.GetAsync(Stream, 1, CancellationToken.None);

        Assert.Null(message!.MessageId);
        Assert.Null(message.Headers);
        Assert.Equal(0, message.Payload.Length);
    }

    [Fact]
    public async Task What_the_stream_does_not_hold_is_null()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxMessages = 1 });
        await PublishNumbersAsync(2);

        Assert.Null(await Transport.GetAsync(Stream, 1, CancellationToken.None));
        Assert.NotNull(await Transport.GetAsync(Stream, 2, CancellationToken.None));
        Assert.Null(await Transport.GetAsync(Stream, 3, CancellationToken.None));
        await Assert.ThrowsAsync<TransportException>(async () => await Transport.GetAsync("NOTHING", 1, CancellationToken.None));
    }

    [Fact]
    public async Task A_stream_is_read_in_order_by_filter_and_sequence()
    {
        await ProvisionAsync();
        for (var i = 1; i <= 6; i++)
        {
            await PublishAsync(i % 2 == 0 ? "even.x" : "odd.x", $"{i}");
        }

        Assert.Equal(["1", "2", "3", "4", "5", "6"], await ReadAsync(">", 0));
        Assert.Equal(["4", "5", "6"], await ReadAsync(">", 4));
        Assert.Equal(["2", "4", "6"], await ReadAsync($"{Root}.even.*", 1));
        Assert.Equal(["5"], await ReadAsync($"{Root}.odd.x", 4));
        Assert.Empty(await ReadAsync($"{Root}.none", 1));
        Assert.Empty(await ReadAsync(">", 7));
    }

    [Fact]
    public async Task Reading_ends_where_the_stream_ended_when_it_began()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(3);
        var texts = new List<string>();

        await foreach (var message in Transport.ReadAsync(Stream, ">", 1, CancellationToken.None))
        {
            texts.Add(Text(message));
            await PublishAsync("m", "later");
        }

        Assert.Equal(["0", "1", "2"], texts);
    }

    [Fact]
    public async Task An_empty_stream_is_read_to_its_end_at_once()
    {
        await ProvisionAsync();

        Assert.Empty(await ReadAsync(">", 1));
        Assert.Equal(new StreamState(0, 0, 0), await StreamStateAsync());
    }

    [Fact]
    public async Task Many_messages_are_read_completely()
    {
        const int count = 1200;
        await ProvisionAsync();
        await PublishNumbersAsync(count);

        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}"), await ReadAsync(">", 1));
    }

    [Fact]
    public async Task Reading_takes_nothing_from_consumers()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]), Consumer("c"));
        await PublishNumbersAsync(2);
        await ReadAsync(">", 1);

        Assert.Equal(new ConsumerState(2, 0, 0, 0), await ConsumerStateAsync("c"));
    }

    [Fact]
    public async Task Reading_can_be_left_early()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(10);

        await foreach (var message in Transport.ReadAsync(Stream, ">", 1, CancellationToken.None))
        {
            Assert.Equal("0", Text(message));
            break;
        }

        Assert.Equal(10, (await ReadAsync(">", 1)).Count);
    }

    private static string Text(StoredMessage message) => System.Text.Encoding.UTF8.GetString(message.Payload.Span);

    private async Task<IReadOnlyList<string>> ReadAsync(string filter, ulong from)
    {
        var texts = new List<string>();
        await foreach (var message in Transport.ReadAsync(Stream, filter, from, CancellationToken.None))
        {
            texts.Add(Text(message));
        }

        return texts;
    }
}
