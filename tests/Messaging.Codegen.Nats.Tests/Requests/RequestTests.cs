using System.Buffers;
using System.Text;
using Messaging.Codegen.Transports;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Tests.Requests;

public class RequestTests : NatsServerTest
{
    [Fact]
    public async Task A_reply_that_is_too_large_is_reported_to_the_requester()
    {
        var transport = await ConnectAsync();
        Own(await transport.RespondAsync(
            "ask", "group", (_, _) => ValueTask.FromResult<OutgoingMessage>(Message("", new string('x', 2 * 1024 * 1024))), CancellationToken.None));

        var reply = await transport.RequestAsync(Message("ask", "how much?"), Patience, CancellationToken.None);

        Assert.Contains("exceeds server's maximum payload", reply.Headers![HeaderRules.Error], StringComparison.Ordinal);
        Assert.True(reply.Payload.IsEmpty);
    }

    [Fact]
    public async Task A_request_that_is_too_large_says_so()
    {
        var transport = await ConnectAsync();

        var exception = await Assert.ThrowsAsync<TransportException>(async () => await transport.RequestAsync(
            Message("ask", new string('x', 2 * 1024 * 1024)), Patience, CancellationToken.None));

        Assert.Contains("too large", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_counts_without_a_connection_too()
    {
        var transport = await ConnectAsync();
        Server.Kill();
        await UntilAsync(() => !transport.IsConnected, "the loss is noticed");

        await Assert.ThrowsAsync<RequestTimeoutException>(
            () => transport.RequestAsync(Message("ask", "x"), TimeSpan.FromMilliseconds(200), CancellationToken.None).AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task Programs_that_do_not_know_this_library_ask_and_answer()
    {
        var transport = await ConnectAsync();
        await using var other = new NatsConnection(new NatsOpts { Url = Server.Url });
        Own(await transport.RespondAsync(
            "ours", "group", (request, _) => ValueTask.FromResult<OutgoingMessage>(Message("", "got " + Encoding.UTF8.GetString(request.Payload))), CancellationToken.None));
        using var stop = new CancellationTokenSource(Patience);
        await using var subscription = await other.SubscribeCoreAsync<string>("theirs", cancellationToken: stop.Token);
        await other.PingAsync(stop.Token);

        Assert.Equal("got x", (await other.RequestAsync<string, string>("ours", "x", cancellationToken: stop.Token)).Data);

        var asking = transport.RequestAsync(Message("theirs", "y"), Patience, CancellationToken.None);
        var asked = await subscription.Msgs.ReadAsync(stop.Token);
        await asked.ReplyAsync("got " + asked.Data, new NatsHeaders { ["Language"] = "übersetzt" }, cancellationToken: stop.Token);
        var reply = await asking;
        Assert.Equal("got y", Encoding.UTF8.GetString(reply.Payload));
        Assert.NotNull(reply.Headers!["Language"]);
    }

    [Fact]
    public async Task A_message_without_a_reply_subject_harms_nobody()
    {
        var transport = await ConnectAsync();
        var asked = 0;
        Own(await transport.RespondAsync(
            "ask",
            "group",
            (_, _) =>
            {
                Interlocked.Increment(ref asked);
                return ValueTask.FromResult<OutgoingMessage>(Message("", "answer"));
            },
            CancellationToken.None));
        await using var other = new NatsConnection(new NatsOpts { Url = Server.Url });
        await other.PublishAsync("ask", "no reply wanted");
        await other.PingAsync();

        await transport.RequestAsync(Message("ask", "x"), Patience, CancellationToken.None);

        Assert.Equal(1, asked);
    }
}
