using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Pipeline;

public sealed class PublishTests
{
    [Fact]
    public async Task The_message_id_is_the_contract_and_the_business_key()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var job = PipelineHost.NewJob();
        var first = await host.PublishAsync(job);
        var second = await host.PublishAsync(job with { Size = 9 });
        Assert.Equal(new PublishReceipt("PIPE", 1, false), first);
        Assert.Equal(new PublishReceipt("PIPE", 1, true), second);
        Assert.Equal($"pipe.job/v1:{job.Id}", Assert.Single(await host.ReadAsync("PIPE")).MessageId);
        Assert.Equal((2, 1), (host.Counters.Published, host.Counters.PublishDuplicates));
    }

    [Fact]
    public async Task Business_keys_of_any_content_and_length_make_ids_that_remove_copies()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var publisher = host.Services.GetRequiredService<IPublisher<Note>>();
        Assert.False((await publisher.PublishAsync(new Note("two\r\nlines"))).Duplicate);
        Assert.True((await publisher.PublishAsync(new Note("two\r\nlines"))).Duplicate);
        Assert.False((await publisher.PublishAsync(new Note("two\r\nother lines"))).Duplicate);
        Assert.False((await publisher.PublishAsync(new Note(new string('x', 5_000)))).Duplicate);
        Assert.True((await publisher.PublishAsync(new Note(new string('x', 5_000)))).Duplicate);
        Assert.False((await publisher.PublishAsync(new Note(new string('x', 5_001)))).Duplicate);
        var ids = (await host.ReadAsync("PIPE")).Select(note => note.MessageId!).ToArray();
        Assert.Equal("pipe.note/v1:two%0D%0Alines", ids[0]);
        Assert.All(ids[2..], id => Assert.Matches("^pipe.note/v1:#[0-9a-f]{32}$", id));
    }

    [Fact]
    public async Task A_lost_acknowledgement_is_retried_with_the_same_id_and_stored_once()
    {
        await using var host = await PipelineHost.StartAsync(
            "none", null, messaging => FlakyTransport.Use(messaging, (_, tries) => tries == 1, afterStoring: true));
        var receipt = await host.PublishAsync(PipelineHost.NewJob());
        Assert.True(receipt.Duplicate);
        Assert.Single(await host.ReadAsync("PIPE"));
        var tried = ((FlakyTransport)host.Transport).Tried;
        Assert.Equal(2, tried.Count);
        Assert.Equal(tried[0], tried[1]);
    }

    [Fact]
    public async Task A_publish_that_stays_refused_is_an_exception_after_the_configured_tries()
    {
        await using var host = await PipelineHost.StartAsync("none", null, messaging => FlakyTransport.Use(messaging, (_, _) => true));
        var failure = await Assert.ThrowsAsync<PublishException>(async () => await host.PublishAsync(PipelineHost.NewJob()));
        Assert.Equal(PublishFailure.Timeout, failure.Failure);
        Assert.Equal(3, ((FlakyTransport)host.Transport).Tried.Count);
        Assert.Equal(0, host.Counters.Published);
    }

    [Fact]
    public async Task A_subject_that_no_stream_stores_is_an_exception()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var failure = await Assert.ThrowsAsync<PublishException>(async () => await host.PublishBytesAsync("nowhere.at.all", [0x90]));
        Assert.Equal(PublishFailure.NoStream, failure.Failure);
        Assert.Contains("nowhere.at.all", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_whose_first_try_was_stored_is_a_duplicate_though_the_expected_sequence_has_passed()
    {
        await using var host = await PipelineHost.StartAsync(
            "none", null, messaging => FlakyTransport.Use(messaging, (_, tries) => tries == 1, afterStoring: true));
        var publisher = host.Services.GetRequiredService<IPublisher<Job>>();
        var job = PipelineHost.NewJob();
        Assert.Equal(new PublishReceipt("PIPE", 1, true), await publisher.PublishAsync(job, new PublishOptions { ExpectedLastSequence = 0 }));
        Assert.Single(await host.ReadAsync("PIPE"));
    }

    [Fact]
    public async Task A_disappointed_expectation_is_tried_once()
    {
        await using var host = await PipelineHost.StartAsync("none", null, messaging => FlakyTransport.Use(messaging, (_, _) => false));
        var publisher = host.Services.GetRequiredService<IPublisher<Job>>();
        await publisher.PublishAsync(PipelineHost.NewJob());
        var failure = await Assert.ThrowsAsync<PublishExpectationException>(
            async () => await publisher.PublishAsync(PipelineHost.NewJob(), new PublishOptions { ExpectedLastSubjectSequence = 0 }));
        Assert.Equal(1UL, failure.ActualSequence);
        Assert.Equal(2, ((FlakyTransport)host.Transport).Tried.Count);
    }

    [Fact]
    public async Task Contradictory_options_are_refused_before_anything_is_sent()
    {
        await using var host = await PipelineHost.StartAsync("none");
        var publisher = host.Services.GetRequiredService<IPublisher<Job>>();
        PublishOptions[] wrong =
        [
            new() { TimeToLive = TimeSpan.FromMilliseconds(999) },
            new() { TimeToLive = TimeSpan.FromSeconds(-1) },
            new() { ExpectedLastSequence = 1, ExpectedLastSubjectSequence = 1 },
            new() { ExpectedLastSubject = "a.b" },
            new() { ExpectedLastSubject = "a..b", ExpectedLastSubjectSequence = 1 },
            new() { ExpectedLastMessageId = "two\r\nlines" },
            new() { ExpectedStream = "A B" },
        ];
        foreach (var options in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await publisher.PublishAsync(PipelineHost.NewJob(), options));
        }

        Assert.Empty(await host.ReadAsync("PIPE"));
    }

    [Theory]
    [InlineData("Nats-Msg-Id", "x", "belongs to the broker")]
    [InlineData("Bad Name", "x", "printable ASCII")]
    [InlineData("Note", "two\r\nlines", "control character")]
    public async Task A_header_that_cannot_be_sent_is_refused_before_anything_is_sent(string name, string value, string reason)
    {
        await using var host = await PipelineHost.StartAsync("none");
        var publisher = host.Services.GetRequiredService<IPublisher<Job>>();
        var options = new PublishOptions { Headers = new Dictionary<string, string> { [name] = value } };
        var failure = await Assert.ThrowsAsync<ArgumentException>(async () => await publisher.PublishAsync(PipelineHost.NewJob(), options));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync("PIPE"));
    }

    [Fact]
    public async Task Options_travel_as_headers_and_reach_the_handler()
    {
        MessageContext? seen = null;
        string? note = null;
        await using var host = await PipelineHost.StartAsync("plain", b => b.OnJob = (_, context, _) =>
        {
            seen = context;
            note = context.Headers["note"];
            return Task.CompletedTask;
        });
        var options = new PublishOptions
        {
            MessageId = "mine-1",
            CorrelationId = "talk-7",
            CausationId = "cause-3",
            Headers = new Dictionary<string, string> { ["Note"] = "grüße" },
        };
        await host.Services.GetRequiredService<IPublisher<Job>>().PublishAsync(PipelineHost.NewJob(), options);
        await host.SettleAsync("plain");
        Assert.Equal(("mine-1", "talk-7", "cause-3", "grüße"), (seen!.MessageId, seen.CorrelationId, seen.CausationId, note));
    }
}
