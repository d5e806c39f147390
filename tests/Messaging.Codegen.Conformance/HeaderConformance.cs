namespace Messaging.Codegen.Conformance;

/// <summary>Headers arrive as they were sent, and messages without any arrive too.</summary>
public abstract class HeaderConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task Headers_arrive_in_order_and_unchanged()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var headers = new MessageHeaders
        {
            { "Plain", "value" },
            { "Unicode", "Größe 東京 🚀 e\u0301" },
            { "Spaces-Inside", "a  b   c" },
            { "Colons", "http://host:1/?a=b: c" },
            { "Empty", "" },
            { "X-Long", new string('l', 2000) },
        };

        await PublishAsync("m", "x", "the-id", headers);

        var received = (await consumer.NextAsync()).Headers!;
        Assert.Equal("the-id", received[HeaderRules.MessageId]);
        Assert.Equal(
            headers.Select(pair => (pair.Key, pair.Value)),
            received.Where(pair => pair.Key != HeaderRules.MessageId).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal("value", received["pLAIN"]);
        Assert.Null(received["Absent"]);
    }

    [Fact]
    public async Task A_message_id_alone_arrives_as_a_header()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));

        await PublishAsync("m", "x", "größe/1:2 3");

        Assert.Equal("größe/1:2 3", (await consumer.NextAsync()).Headers![HeaderRules.MessageId]);
    }

    [Theory]
    [InlineData("first\r\nSecond: line")]
    [InlineData("bell\a and \0 and \u007f and \u0085")]
    public async Task Any_text_can_be_sent_after_sanitizing(string text)
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.Throws<ArgumentException>(() => new MessageHeaders { { "Reason", text } });

        await PublishAsync("m", "x", null, new MessageHeaders { { "Reason", HeaderRules.Sanitize(text) }, { "Next", "intact" } });

        var received = (await consumer.NextAsync()).Headers!;
        Assert.Equal(HeaderRules.Sanitize(text), received["Reason"]);
        Assert.Equal("intact", received["Next"]);
        Assert.Null(received["Second"]);
    }

    [Fact]
    public async Task A_foreign_message_without_headers_is_delivered()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        byte[] payload = [0xff, 0x00, 0xc1, 0x0d, 0x0a];

        await Fixture.PublishForeignAsync(Transport, $"{Root}.foreign", payload);

        var received = await consumer.NextAsync();
        Assert.Equal(payload, received.Payload);
        Assert.Equal($"{Root}.foreign", received.Subject);
        Assert.Null(received.Headers?[HeaderRules.MessageId]);
        await consumer.AckAsync(received);
        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 0, "it is acknowledged");
    }

    [Fact]
    public async Task A_foreign_message_with_an_empty_body_is_delivered()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));

        await Fixture.PublishForeignAsync(Transport, $"{Root}.foreign", ReadOnlyMemory<byte>.Empty);
        await PublishAsync("m", "next");

        Assert.Empty((await consumer.NextAsync()).Payload);
        Assert.Equal("next", (await consumer.NextAsync()).Text);
    }

    [Fact]
    public async Task Headers_with_an_empty_body_are_delivered()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));

        await PublishAsync("m", "", "id", new MessageHeaders { { "A", "b" } });

        var received = await consumer.NextAsync();
        Assert.Empty(received.Payload);
        Assert.Equal("b", received.Headers!["A"]);
    }
}
