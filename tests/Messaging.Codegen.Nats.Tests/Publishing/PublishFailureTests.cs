using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Publishing;

public class PublishFailureTests : NatsServerTest
{
    [Fact]
    public async Task A_subject_that_no_stream_stores_is_reported_at_once_and_may_be_tried_again()
    {
        var transport = await ConnectAsync(options => options.PublishTimeout = Patience);

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(transport, "nowhere", "x", "id"));

        Assert.Equal(PublishFailure.NoStream, exception.Failure);
        Assert.True(exception.IsTransient);
        Assert.Equal("nowhere", exception.Subject);
    }

    [Fact]
    public async Task A_subject_that_a_responder_answers_is_no_stream()
    {
        var transport = await ConnectAsync(options => options.PublishTimeout = Patience);
        Own(await transport.RespondAsync(
            "ask", "group", (_, _) => ValueTask.FromResult<Transports.OutgoingMessage>(Message("", "\u0093 no JSON")), CancellationToken.None));

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(transport, "ask", "x", "id"));

        Assert.Equal(PublishFailure.NoStream, exception.Failure);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task A_message_above_the_limit_of_the_stream_is_too_large()
    {
        await JetStream.CreateStreamAsync(new StreamConfig("S", ["s.>"]) { MaxMsgSize = 10 });
        var transport = await ConnectAsync();

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(transport, "s.a", new string('x', 11), "id"));

        Assert.Equal(PublishFailure.TooLarge, exception.Failure);
        Assert.Equal(10054, exception.ErrorCode);
        Assert.False(exception.IsTransient);
        await PublishAsync(transport, "s.a", "small");
    }

    [Fact]
    public async Task A_message_above_the_limit_of_the_server_is_too_large_and_others_go_on()
    {
        var transport = await ConnectAsync();
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        var exception = await Assert.ThrowsAsync<PublishException>(
            async () => await PublishAsync(transport, "s.a", new string('x', 2 * 1024 * 1024), "id"));

        Assert.Equal(PublishFailure.TooLarge, exception.Failure);
        Assert.False(exception.IsTransient);
        Assert.Equal(1UL, (await PublishAsync(transport, "s.a", "small")).Sequence);
    }

    [Fact]
    public async Task A_broken_expectation_is_refused_with_the_code_of_the_server()
    {
        var transport = await ConnectAsync();
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));
        var message = Message("s.a", "x", headers: new MessageHeaders { { "Nats-Expected-Last-Sequence", "7" } });

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await transport.PublishAsync(message, CancellationToken.None));

        Assert.Equal(PublishFailure.Refused, exception.Failure);
        Assert.Equal(10071, exception.ErrorCode);
        Assert.Contains("wrong last sequence", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_written_fails_with_its_own_exception_and_others_go_on()
    {
        var transport = await ConnectAsync(options => options.PublishWindow = 1);
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        await Assert.ThrowsAsync<NotSupportedException>(async () => await transport.PublishAsync(new Unwritable("s.a"), CancellationToken.None));

        Assert.Equal(1UL, (await PublishAsync(transport, "s.a", "x")).Sequence);
    }

    [Theory]
    [InlineData("a\r\nNats-Rollup: all")]
    [InlineData("a\nNats-Rollup: all")]
    [InlineData("a\rb")]
    public async Task A_message_id_that_would_be_another_header_is_refused(string messageId)
    {
        var transport = await ConnectAsync(options => options.PublishWindow = 1);
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        await Assert.ThrowsAsync<ArgumentException>(async () => await PublishAsync(transport, "s.a", "x", messageId));
        Assert.Throws<ArgumentException>(() => new MessageHeaders { { "Name", messageId } });

        Assert.Equal(1UL, (await PublishAsync(transport, "s.a", "x", "a")).Sequence);
    }

    [Fact]
    public async Task An_invalid_subject_is_refused_and_others_go_on()
    {
        var transport = await ConnectAsync(options => options.PublishWindow = 1);
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(transport, "s.a b", "x"));

        Assert.Equal(PublishFailure.Refused, exception.Failure);
        Assert.False(exception.IsTransient);
        Assert.Equal(1UL, (await PublishAsync(transport, "s.a", "x")).Sequence);
    }

    [Fact]
    public async Task A_publish_after_disposal_fails()
    {
        var transport = await ConnectAsync();
        await transport.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await PublishAsync(transport, "s.a", "x"));
    }

    private sealed class Unwritable : Transports.OutgoingMessage
    {
        public Unwritable(string subject) => Subject = subject;

        public override void WritePayload(System.Buffers.IBufferWriter<byte> output) => throw new NotSupportedException("Not this one.");
    }
}
