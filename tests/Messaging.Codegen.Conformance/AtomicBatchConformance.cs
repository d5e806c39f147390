using System.Globalization;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A batch is stored as a whole or not at all.</summary>
[Requires(Capabilities.AtomicBatches)]
public abstract class AtomicBatchConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private StreamDefinition Allowing => new(Stream, [$"{Root}.>"]) { AllowAtomicBatches = true, AllowMessageTtl = true };

    [Fact]
    public async Task A_batch_is_stored_in_its_order_and_without_gaps()
    {
        await ProvisionAsync(Allowing);
        await PublishAsync("m", "before");

        var receipts = await BatchAsync(Numbers(0, 100));

        Assert.Equal(Enumerable.Range(2, 100).Select(sequence => new PublishReceipt(Stream, (ulong)sequence, false)), receipts);
        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.Equal(
            ["before", .. Enumerable.Range(0, 100).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            (await consumer.NextAsync(101)).Select(message => message.Text));
        var last = consumer.All.Last();
        Assert.Equal("id99", last.Headers![HeaderRules.MessageId]);
    }

    [Fact]
    public async Task A_thousand_messages_are_a_batch()
    {
        await ProvisionAsync(Allowing);

        Assert.Equal(1000, (await BatchAsync(Numbers(0, 1000)))!.Count);

        Assert.Equal(1000UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task A_stream_that_does_not_allow_it_stores_nothing()
    {
        await ProvisionAsync();

        Assert.Null(await BatchAsync(Numbers(0, 3)));

        Assert.Equal(0UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task A_second_try_whose_first_one_was_stored_is_all_duplicates()
    {
        await ProvisionAsync(Allowing);
        var first = await BatchAsync(Numbers(0, 5));
        await PublishAsync("m", "after");

        var second = await BatchAsync(Numbers(0, 5));

        Assert.Equal(first!.Select(receipt => receipt with { Duplicate = true }), second);
        Assert.Equal(6UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task What_is_stored_already_is_left_out_and_the_rest_is_stored()
    {
        await ProvisionAsync(Allowing);
        await PublishAsync("m", "1", "id1");

        var receipts = await BatchAsync(Numbers(0, 4));

        Assert.Equal(
            [new(Stream, 2, false), new(Stream, 1, true), new(Stream, 3, false), new(Stream, 4, false)],
            receipts!);
        Assert.Equal(4UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task An_expected_sequence_holds_for_the_state_before_the_batch()
    {
        await ProvisionAsync(Allowing);
        await PublishAsync("m", "0");
        Assert.NotNull(await BatchAsync(Numbers(0, 3, new PublishTerms { ExpectedLastSubjectSequence = 1 })));

        var exception = await Assert.ThrowsAsync<PublishExpectationException>(
            async () => await BatchAsync(Numbers(10, 3, new PublishTerms { ExpectedLastSubjectSequence = 1 })));

        Assert.Equal((PublishExpectation.LastSubjectSequence, 4UL), (exception.Expectation, exception.ActualSequence));
        Assert.Equal(4UL, (await StreamStateAsync()).Messages);

        // A second try of what was stored is no disappointment.
        Assert.All((await BatchAsync(Numbers(0, 3, new PublishTerms { ExpectedLastSubjectSequence = 1 })))!, receipt => Assert.True(receipt.Duplicate));
    }

    [Fact]
    public async Task A_full_stream_refuses_all_of_it()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { AllowAtomicBatches = true, MaxMessages = 4, Discard = StreamDiscard.New });
        await PublishNumbersAsync(2);

        await Assert.ThrowsAsync<PublishException>(async () => await BatchAsync(Numbers(0, 3)));

        Assert.Equal(2UL, (await StreamStateAsync()).Messages);
        Assert.NotNull(await BatchAsync(Numbers(0, 2)));
    }

    [Fact]
    public async Task Many_batches_at_once_do_not_mix()
    {
        await ProvisionAsync(Allowing);

        var batches = await Task.WhenAll(Enumerable.Range(0, 10).Select(batch => Task.Run(async () => await BatchAsync(Numbers(100 * batch, 20)))));

        Assert.All(batches, receipts => Assert.Equal(
            Enumerable.Range(0, 20).Select(i => receipts![0].Sequence + (ulong)i), receipts!.Select(receipt => receipt.Sequence)));
        Assert.Equal(200UL, (await StreamStateAsync()).Messages);
    }

    private ValueTask<IReadOnlyList<PublishReceipt>?> BatchAsync(IReadOnlyList<OutgoingMessage> messages) =>
        Transport.PublishBatchAsync(messages, CancellationToken.None);

    private OutgoingMessage[] Numbers(int first, int count, PublishTerms? terms = null) =>
    [
        .. Enumerable.Range(first, count).Select(
            i => Message("m", i.ToString(CultureInfo.InvariantCulture), $"id{i}", null, i == first ? terms : null)),
    ];
}
