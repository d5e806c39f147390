using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>What is asked of a stream for a message is asked for its older versions too where it can be.</summary>
[Requires(Capabilities.StoredMessages | Capabilities.AtomicBatches | Capabilities.ExpectedState | Capabilities.Schedules)]
public abstract class DualPublishTermsConformance<TFixture>(TFixture fixture) : ParcelTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task Both_versions_come_when_their_time_has_come_unless_they_are_taken_back()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: false, allowSchedules: true);
        var due = Fixture.Time.GetUtcNow() + TimeSpan.FromSeconds(2);
        var cancelled = await Publisher(process).ScheduleAsync(NewParcel(1), due);
        await Publisher(process).ScheduleAsync(NewParcel(2), due);
        Assert.True(await Publisher(process).CancelScheduledAsync(cancelled));

        await Waiting.WhileTimePassesUntilAsync(async () => (await ReadParcelsAsync()).Count == 2, "both versions have come");
        await Waiting.ForNothingAsync();

        var came = await ReadParcelsAsync();
        Assert.Equal([$"{Root}.a.parcel.v1", $"{Root}.a.parcel.v2"], came.Select(static message => message.Subject).Order());
        Assert.Equal(NewParcel(2), MessageSerializer.Deserialize<ParcelV2>(came.Single(message => message.Subject == $"{Root}.a.parcel.v2").Payload));
    }

    [Fact]
    public async Task An_expected_sequence_is_that_of_the_newest_version_and_holds_for_both()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: true);
        var first = await Publisher(process).PublishAsync(NewParcel(1), new PublishOptions { ExpectedLastSubjectSequence = 0 });

        var exception = await Assert.ThrowsAsync<PublishExpectationException>(
            async () => await Publisher(process).PublishAsync(NewParcel(2), new PublishOptions { ExpectedLastSubjectSequence = 0 }));
        Assert.Equal(first.Sequence, exception.ActualSequence);
        Assert.Equal(2, (await ReadAsync(Stream)).Count);

        await Publisher(process).PublishAsync(NewParcel(2), new PublishOptions { ExpectedLastSubjectSequence = first.Sequence });
        Assert.Equal(4, (await ReadAsync(Stream)).Count);
    }

    [Fact]
    public async Task An_expected_sequence_is_refused_where_both_versions_cannot_be_stored_as_a_whole()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: false);
        var exception = await Assert.ThrowsAsync<PublishException>(
            async () => await Publisher(process).PublishAsync(NewParcel(1), new PublishOptions { ExpectedLastSubjectSequence = 0 }));
        Assert.Contains("AllowAtomicBatches = true", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync(Stream));
    }

    [Fact]
    public async Task An_expected_last_message_is_refused()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: true);
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Publisher(process).PublishAsync(NewParcel(1), new PublishOptions { ExpectedLastMessageId = "x" }));
        Assert.Empty(await ReadAsync(Stream));
    }

    /// <summary>What has come; not the schedules, which wait in the same stream.</summary>
    private async Task<List<StoredMessage>> ReadParcelsAsync() =>
        [.. (await ReadAsync(Stream)).Where(static message => message.Subject.Contains(".parcel.", StringComparison.Ordinal))];
}
