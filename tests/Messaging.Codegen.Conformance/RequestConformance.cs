using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Requests are answered by one of those who listen, or fail with the reason.</summary>
public abstract class RequestConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_request_gets_its_reply_with_headers_both_ways()
    {
        await using var responder = await RespondAsync(Transport, "ask.*", "group", request => Reply(
            $"{request.Subject} {Text(request.Payload)}", new MessageHeaders { { "Echo", request.Headers!["Question"] + " ß" } }));

        var reply = await (await StartProcessAsync()).RequestAsync(
            Message("ask.x", "how?", null, new MessageHeaders { { "Question", "größe" } }), Waiting.Patience, CancellationToken.None);

        Assert.Equal($"{Root}.ask.x how?", Text(reply.Payload));
        Assert.Equal("größe ß", reply.Headers!["Echo"]);
    }

    [Fact]
    public async Task Payloads_may_be_empty()
    {
        await using var responder = await RespondAsync(Transport, "ask", "group", request => Reply(request.Payload.IsEmpty ? "" : "not empty"));

        var reply = await RequestAsync("");

        Assert.True(reply.Payload.IsEmpty);
        Assert.Null(reply.Headers?["Any"]);
    }

    [Fact]
    public async Task Nobody_listening_is_an_exception_at_once()
    {
        var exception = await Assert.ThrowsAsync<NoRespondersException>(async () => await RequestAsync("x"));

        Assert.Equal($"{Root}.ask", exception.Subject);
    }

    [Fact]
    public async Task No_reply_in_time_is_an_exception()
    {
        await using var responder = await Transport.RespondAsync(
            $"{Root}.ask",
            "group",
            static async (_, stop) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None);
                return Reply("too late");
            },
            CancellationToken.None);
        var timeout = TimeSpan.FromMilliseconds(300);

        var request = Transport.RequestAsync(Message("ask", "x"), timeout, CancellationToken.None).AsTask();
        await Waiting.WhileTimePassesUntilAsync(() => request.IsCompleted, "the request ends");

        var exception = await Assert.ThrowsAsync<RequestTimeoutException>(() => request);
        Assert.Equal(timeout, exception.Timeout);
        Assert.Equal($"{Root}.ask", exception.Subject);
    }

    [Fact]
    public async Task A_requester_may_give_up()
    {
        using var giveUp = new CancellationTokenSource();
        await using var responder = await Transport.RespondAsync(
            $"{Root}.ask",
            "group",
            async (_, _) =>
            {
                await giveUp.CancelAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
                return Reply("too late");
            },
            CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Transport.RequestAsync(Message("ask", "x"), Waiting.Patience, giveUp.Token));
    }

    [Fact]
    public async Task Members_of_a_group_share_the_requests()
    {
        const int count = 200;
        var answers = new ConcurrentQueue<string>();
        await using var first = await RespondAsync(Transport, "ask", "group", request => Count("first"));
        await using var second = await RespondAsync(await StartProcessAsync(), "ask", "group", request => Count("second"));

        for (var i = 0; i < count; i++)
        {
            await RequestAsync($"{i}");
        }

        Assert.Equal(count, answers.Count);
        Assert.InRange(answers.Count(answer => answer == "first"), count / 5, count - (count / 5));

        OutgoingMessage Count(string name)
        {
            answers.Enqueue(name);
            return Reply(name);
        }
    }

    [Fact]
    public async Task Every_group_sees_every_request()
    {
        var seen = new ConcurrentDictionary<string, int>();
        await using var first = await RespondAsync(Transport, "ask", "one", request => See("one"));
        await using var second = await RespondAsync(Transport, "ask", "two", request => See("two"));

        await RequestAsync("x");

        await Waiting.UntilAsync(() => seen.Count == 2, "both groups have seen the request");

        OutgoingMessage See(string name)
        {
            seen[name] = 1;
            return Reply(name);
        }
    }

    [Fact]
    public async Task Requests_are_answered_concurrently()
    {
        const int count = 20;
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        await using var responder = await Transport.RespondAsync(
            $"{Root}.ask",
            "group",
            async (request, _) =>
            {
                if (Interlocked.Increment(ref arrived) == count)
                {
                    together.SetResult();
                }

                await together.Task;
                return Reply(Text(request.Payload));
            },
            CancellationToken.None);

        var replies = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(async () => Text((await RequestAsync($"{i}")).Payload))));

        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}"), replies);
    }

    [Fact]
    public async Task A_responder_that_stops_answers_what_it_has_taken_and_takes_no_more()
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var responder = await Transport.RespondAsync(
            $"{Root}.ask",
            "group",
            async (_, _) =>
            {
                taken.TrySetResult();
                await finish.Task;
                return Reply("done");
            },
            CancellationToken.None);
        var request = RequestAsync("x").AsTask();
        await taken.Task.WaitAsync(Waiting.Patience);

        var stopping = responder.DisposeAsync().AsTask();
        finish.SetResult();
        await stopping.WaitAsync(Waiting.Patience);

        Assert.Equal("done", Text((await request).Payload));
        await Assert.ThrowsAsync<NoRespondersException>(async () => await RequestAsync("y"));
    }

    [Fact]
    public async Task Large_payloads_travel_both_ways()
    {
        var payload = new byte[Fixture.MaxPayload / 2];
        new Random(1).NextBytes(payload);
        await using var responder = await RespondAsync(
            Transport, "ask", "group", request => new OutgoingBytes("", null, null, request.Payload.ToArray()));

        var reply = await Transport.RequestAsync(
            new OutgoingBytes($"{Root}.ask", null, null, payload), Waiting.Patience, CancellationToken.None);

        Assert.Equal(payload, reply.Payload.ToArray());
    }

    private static string Text(ReadOnlySequence<byte> payload) => Encoding.UTF8.GetString(payload);

    private static OutgoingMessage Reply(string text, MessageHeaders? headers = null) =>
        new OutgoingBytes("", null, headers, Encoding.UTF8.GetBytes(text));

    private ValueTask<TransportReply> RequestAsync(string text) =>
        Transport.RequestAsync(Message("ask", text), Waiting.Patience, CancellationToken.None);

    private ValueTask<IAsyncDisposable> RespondAsync(
        ITransport process, string subject, string group, Func<TransportRequest, OutgoingMessage> respond) =>
        process.RespondAsync($"{Root}.{subject}", group, (request, _) => ValueTask.FromResult(respond(request)), CancellationToken.None);
}
