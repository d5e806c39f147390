using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A message goes when its own time is over, if the stream was told to allow that.</summary>
[Requires(Capabilities.MessageTtl)]
public abstract class MessageTtlConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int Disabled = 10166;

    private static readonly PublishTerms OneSecond = new() { TimeToLive = TimeSpan.FromSeconds(1) };

    private StreamDefinition Allowing => new(Stream, [$"{Root}.>"]) { AllowMessageTtl = true };

    [Fact]
    public async Task A_message_goes_when_its_time_is_over_and_its_neighbours_stay()
    {
        await ProvisionAsync(Allowing);
        await PublishAsync("m", "stays");
        await PublishAsync("m", "goes", OneSecond);
        await PublishAsync("m", "stays too", new PublishTerms { TimeToLive = TimeSpan.FromHours(1) });
        Assert.Equal(3UL, (await StreamStateAsync()).Messages);

        await Waiting.WhileTimePassesUntilAsync(async () => (await StreamStateAsync()).Messages == 2, "the message is gone");

        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.Equal(["stays", "stays too"], (await consumer.NextAsync(2)).Select(message => message.Text));
        Assert.Equal(4UL, (await PublishAsync("m", "next")).Sequence);
    }

    [Fact]
    public async Task A_message_lives_no_longer_than_its_stream_says()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { AllowMessageTtl = true, MaxAge = TimeSpan.FromSeconds(1) });
        await PublishAsync("m", "x", new PublishTerms { TimeToLive = TimeSpan.FromHours(1) });

        await Waiting.WhileTimePassesUntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the message is gone");
    }

    [Fact]
    public async Task A_copy_does_not_prolong_the_first_ones_life()
    {
        await ProvisionAsync(Allowing);
        await PublishAsync("m", "x", OneSecond, "id");

        Assert.True((await PublishAsync("m", "x", new PublishTerms { TimeToLive = TimeSpan.FromHours(1) }, "id")).Duplicate);

        await Waiting.WhileTimePassesUntilAsync(async () => (await StreamStateAsync()).Messages == 0, "the message is gone");
    }

    [Fact]
    public async Task A_stream_that_does_not_allow_it_refuses_and_says_what_to_do()
    {
        await ProvisionAsync();

        var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync("m", "x", OneSecond));

        Assert.Equal((PublishFailure.Refused, Disabled, false), (exception.Failure, exception.ErrorCode, exception.IsTransient));
        Assert.Contains("AllowMessageTtl = true", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"'{Stream}'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task A_missing_permission_is_drift_that_an_update_mends()
    {
        await ProvisionAsync();
        var failure = await Assert.ThrowsAsync<TopologyException>(async () => await ProvisionAsync(Allowing));
        Assert.Equal([$"stream {Stream}: AllowMessageTtl is False, declared True"], failure.Differences);

        await Transport.ProvisionAsync([Allowing], [], Provision.CreateOrUpdate, CancellationToken.None);

        await PublishAsync("m", "x", OneSecond);
    }

    [Fact]
    public async Task What_another_service_allows_stays_allowed()
    {
        await ProvisionAsync(Allowing);
        var silent = new StreamDefinition(Stream, [$"{Root}.>"]) { MaxMessages = 100 };

        await Transport.ProvisionAsync([silent], [], Provision.CreateOrUpdate, CancellationToken.None);

        await Transport.ProvisionAsync([silent], [], Provision.Verify, CancellationToken.None);
        await PublishAsync("m", "x", OneSecond);
    }
}
