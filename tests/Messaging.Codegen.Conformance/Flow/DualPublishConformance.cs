using System.Collections.Concurrent;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>A contract that is published in an older version too.</summary>
[Requires(Capabilities.StoredMessages | Capabilities.Deduplication)]
public abstract class DualPublishConformance<TFixture>(TFixture fixture) : ParcelTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private static readonly string[] BothIds = ["conformance.parcel/v1:1", "conformance.parcel/v2:1"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_versions_are_stored_once(bool allowAtomicBatches)
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches);
        Assert.False((await PublishAsync(process, 1)).Duplicate);
        Assert.True((await PublishAsync(process, 1)).Duplicate);

        var stored = await ReadAsync(Stream);
        Assert.Equal(BothIds, stored.Select(static message => message.MessageId).Order());
        Assert.Equal([$"{Root}.a.parcel.v1", $"{Root}.a.parcel.v2"], stored.Select(static message => message.Subject).Order());
        Assert.Equal(
            new Parcel(Root, "a", 1),
            MessageSerializer.Deserialize<Parcel>(stored.Single(static message => message.Subject.EndsWith(".v1", StringComparison.Ordinal)).Payload));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_earlier_try_has_begun_is_completed(bool allowAtomicBatches)
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches);
        await Transport.PublishAsync(
            new OutgoingBytes($"{Root}.a.parcel.v1", BothIds[0], null, MessageSerializer.SerializeToArray(new Parcel(Root, "a", 1))), CancellationToken.None);

        Assert.False((await PublishAsync(process, 1)).Duplicate);
        Assert.Equal(BothIds, (await ReadAsync(Stream)).Select(static message => message.MessageId).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_has_both_versions_of_each_message(bool allowAtomicBatches)
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches);
        var receipt = await Publisher(process).PublishBatchAsync([NewParcel(1), NewParcel(2), NewParcel(1)]);

        Assert.Equal([false, false, true], receipt.Messages.Select(static message => message.Duplicate));
        var stored = await ReadAsync(Stream);
        Assert.Equal(4, stored.Count);
        Assert.All(receipt.Messages, message => Assert.EndsWith(
            ".v2", stored.Single(candidate => candidate.Sequence == message.Sequence).Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_id_of_the_callers_own_gives_both_versions_an_id()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: false);
        await Publisher(process).PublishAsync(NewParcel(1), new PublishOptions { MessageId = "mine" });
        Assert.Equal(["conformance.parcel/v1<mine", "mine"], (await ReadAsync(Stream)).Select(static message => message.MessageId));
    }

    [Fact]
    public async Task A_message_is_not_published_when_its_older_version_cannot_be()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: false, subjects: $"{Root}.*.parcel.v2");
        await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(process, 1));
        Assert.Empty(await ReadAsync(Stream));
    }

    [Fact]
    public async Task Versions_may_go_to_streams_of_their_own()
    {
        await using var process = await StartPublisherAsync(
            allowAtomicBatches: true,
            subjects: $"{Root}.*.parcel.v2",
            register: module => module.AddStream(new StreamDefinition(Stream + "_OLD", [$"{Root}.*.parcel.v1"]) { AllowAtomicBatches = true }));
        await PublishAsync(process, 1);
        await Publisher(process).PublishBatchAsync([NewParcel(2), NewParcel(3)]);
        Assert.Equal(3, (await ReadAsync(Stream)).Count);
        Assert.Equal(3, (await ReadAsync(Stream + "_OLD")).Count);
    }

    [Fact]
    public async Task Who_reads_both_versions_handles_one_of_them()
    {
        var handled = new ConcurrentQueue<ParcelV2>();
        var options = new HandlerOptions("c", "Test.Handle") { Idempotency = Idempotency.Memory, Concurrency = 1 };
        ValueTask Keep(ParcelV2 parcel, MessageContext context, CancellationToken cancellationToken)
        {
            handled.Enqueue(parcel);
            return default;
        }

        await using var process = await StartPublisherAsync(allowAtomicBatches: false, register: module =>
        {
            module.AddRoute<ParcelV2>($"{Root}.*.parcel.v2", options, Keep);
            module.AddUpcastRoute<Parcel, ParcelV2>($"{Root}.*.parcel.v1", static (parcel, _) => ParcelV2.From(parcel), options, Keep);
        });
        await PublishAsync(process, 1);
        await PublishAsync(process, 2);
        await SettledAsync();

        Assert.Equal([NewParcel(1), NewParcel(2)], handled);
        Assert.Equal((2L, 2L), (process.Consumer.Handled, process.Consumer.Duplicates));
    }

    [Fact]
    public async Task What_a_handler_causes_is_published_in_both_versions_once()
    {
        await using var process = await StartPublisherAsync(allowAtomicBatches: false, register: module => module.AddRoute<Work>(
            $"{Root}.work",
            Quick(),
            async (work, context, cancellationToken) =>
            {
                await context.PublishAsync(NewParcel(work.Number), cancellationToken);
                if (context.DeliveryCount == 1)
                {
                    throw new InvalidOperationException("once more");
                }
            }));
        await process.PublishAsync(NewWork(1));
        await SettledAsync();
        Assert.Equal(
            BothIds,
            (await ReadAsync(Stream)).Where(static message => message.Subject.Contains("parcel", StringComparison.Ordinal))
                .Select(static message => message.MessageId));
    }
}
