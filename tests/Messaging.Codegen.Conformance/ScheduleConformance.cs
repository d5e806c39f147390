using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A stream keeps a message and delivers it when its time has come.</summary>
[Requires(Capabilities.Schedules)]
public abstract class ScheduleConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int Disabled = 10188;
    private const int TimeToLiveDisabled = 10166;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private StreamDefinition Allowing => new(Stream, [$"{Root}.>"]) { AllowSchedules = true };

    private DateTimeOffset Now => Fixture.Time.GetUtcNow();

    [Fact]
    public async Task A_message_is_delivered_when_its_time_has_come_and_not_before()
    {
        await ProvisionAsync(Allowing, Consumer("c", $"{Root}.>"));
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.>"));
        var due = Now + Soon;
        var headers = new MessageHeaders { { HeaderRules.CorrelationId, "talk" }, { "Note", "grüße" } };
        await Transport.PublishAsync(Message("m", "later", "id", headers, At(due)), CancellationToken.None);
        await PublishAsync("m", "now");
        Assert.Equal("now", (await consumer.NextAsync()).Text);
        await consumer.ExpectNothingAsync();

        var message = await consumer.NextInTimeAsync();

        Assert.True(Now >= due, "It came too early.");
        Assert.Equal(("later", $"{Root}.m"), (message.Text, message.Subject));
        Assert.Equal(("talk", "grüße"), (message.Headers![HeaderRules.CorrelationId], message.Headers!["Note"]));
        Assert.Equal("id", message.Headers![HeaderRules.OriginalMessageId]);
        Assert.Null(message.Headers![HeaderRules.MessageId]);
        await Waiting.UntilAsync(async () => (await StreamStateAsync()).Messages == 2, "the schedule is gone");
    }

    [Fact]
    public async Task A_time_in_the_past_means_at_once()
    {
        await ProvisionAsync(Allowing, Consumer("c", $"{Root}.>"));
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.>"));

        await PublishAsync("m", "late", At(Now - TimeSpan.FromHours(1)), "id");

        Assert.Equal("late", (await consumer.NextAsync()).Text);
    }

    [Fact]
    public async Task A_copy_is_dropped()
    {
        await ProvisionAsync(Allowing, Consumer("c", $"{Root}.>"));
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.>"));
        var terms = At(Now + Soon);
        var first = await PublishAsync("m", "x", terms, "id");

        Assert.Equal(first with { Duplicate = true }, await PublishAsync("m", "x", terms, "id"));

        Assert.Equal("x", (await consumer.NextInTimeAsync()).Text);
        await consumer.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_scheduled_message_can_be_taken_back()
    {
        await ProvisionAsync(Allowing, Consumer("c", $"{Root}.>"));
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.>"));
        var receipt = await PublishAsync("m", "cancelled", At(Now + Soon), "id1");
        await PublishAsync("m", "due", At(Now + Soon), "id2");

        Assert.True(await Transport.DeleteAsync(receipt.Stream, receipt.Sequence, CancellationToken.None));

        Assert.Equal("due", (await consumer.NextInTimeAsync()).Text);
        await consumer.ExpectNothingAsync();
        Assert.False(await Transport.DeleteAsync(receipt.Stream, receipt.Sequence, CancellationToken.None));
    }

    [Fact]
    public async Task The_age_of_the_stream_does_not_end_the_wait()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { AllowSchedules = true, MaxAge = TimeSpan.FromSeconds(1) }, Consumer("c", $"{Root}.>"));
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.>"));
        await PublishAsync("m", "later", At(Now + TimeSpan.FromSeconds(4)), "id");

        Assert.Equal("later", (await consumer.NextInTimeAsync()).Text);
    }

    [Fact]
    public async Task A_time_to_live_begins_with_the_delivery()
    {
        await ProvisionAsync(Allowing);
        await PublishAsync("m", "later", At(Now + Soon) with { TimeToLive = TimeSpan.FromSeconds(1) }, "id");
        Assert.Equal(1UL, (await StreamStateAsync()).Messages);

        await Waiting.WhileTimePassesUntilAsync(
            async () => await StreamStateAsync() is { Messages: 0, LastSequence: 2 }, "it was delivered and is gone");
    }

    [Fact]
    public async Task A_stream_that_does_not_allow_it_refuses_and_says_what_to_do()
    {
        await ProvisionAsync();

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync("m", "x", At(Now + Soon), "id"));

        Assert.Equal((PublishFailure.Refused, false), (exception.Failure, exception.IsTransient));
        Assert.Contains(exception.ErrorCode, new[] { Disabled, TimeToLiveDisabled });
        Assert.Contains("AllowSchedules = true", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_keeps_only_what_somebody_wants_cannot_have_schedules()
    {
        var failure = await Assert.ThrowsAsync<TopologyException>(
            async () => await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { AllowSchedules = true, Retention = StreamRetention.Interest }));

        Assert.Contains("Interest", Assert.Single(failure.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_provisioned_fits()
    {
        await ProvisionAsync(Allowing);

        await Transport.ProvisionAsync([Allowing], [], Provision.Verify, CancellationToken.None);
    }

    private PublishTerms At(DateTimeOffset due) => new() { DueAt = due, ExpectedStream = Stream };
}
