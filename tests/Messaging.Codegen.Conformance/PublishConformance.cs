using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A receipt means that the stream holds the message; everything else is an exception.</summary>
public abstract class PublishConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_receipt_names_the_stream_and_the_sequence()
    {
        await ProvisionAsync();

        Assert.Equal(new PublishReceipt(Stream, 1, false), await PublishAsync("a", "1"));
        Assert.Equal(new PublishReceipt(Stream, 2, false), await PublishAsync("b", "2"));
        Assert.Equal(new StreamState(2, 1, 2), await StreamStateAsync());
    }

    [Fact]
    public async Task Without_a_stream_for_the_subject_it_fails()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a.*"]));

        foreach (var subject in new[] { "b", "a", "a.b.c" })
        {
            var exception = await Assert.ThrowsAsync<PublishException>(async () => await PublishAsync(subject, "x"));
            Assert.Equal(PublishFailure.NoStream, exception.Failure);
            Assert.Equal($"{Root}.{subject}", exception.Subject);
            Assert.True(exception.IsTransient);
        }
    }

    [Fact]
    public async Task A_message_as_large_as_the_broker_takes_arrives_unchanged()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var payload = new byte[Fixture.MaxPayload - 1024];
        new Random(1).NextBytes(payload);

        await Transport.PublishAsync(new OutgoingBytes($"{Root}.large", "id", null, payload), CancellationToken.None);

        Assert.Equal(payload, (await consumer.NextAsync()).Payload);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_and_the_next_one_is_not()
    {
        await ProvisionAsync();

        var exception = await Assert.ThrowsAsync<PublishException>(
            async () => await Transport.PublishAsync(
                new OutgoingBytes($"{Root}.large", null, null, new byte[Fixture.MaxPayload + 1]), CancellationToken.None));

        Assert.Equal(PublishFailure.TooLarge, exception.Failure);
        Assert.False(exception.IsTransient);
        Assert.Equal(1UL, (await PublishAsync("small", "x")).Sequence);
    }

    [Fact]
    public async Task Concurrent_publishers_get_a_sequence_each()
    {
        const int publishers = 8;
        const int each = 100;
        await ProvisionAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, publishers).Select(publisher => Task.Run(async () =>
        {
            var sequences = new List<ulong>();
            for (var i = 0; i < each; i++)
            {
                sequences.Add((await PublishAsync($"p{publisher}", $"{i}")).Sequence);
            }

            return sequences;
        })));

        Assert.All(receipts, sequences => Assert.Equal(sequences.Order(), sequences));
        Assert.Equal(
            Enumerable.Range(1, publishers * each).Select(i => (ulong)i),
            receipts.SelectMany(sequences => sequences).Order());
    }

    [Fact]
    public async Task A_cancelled_call_does_not_begin()
    {
        await ProvisionAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Transport.PublishAsync(Message("a", "x"), new CancellationToken(true)));

        await Waiting.ForNothingAsync();
        Assert.Equal(0UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task The_payload_may_change_after_the_receipt()
    {
        await ProvisionAsync();
        await using var consumer = await ConsumeAsync(Consumer("c"));
        var payload = "first"u8.ToArray();

        await Transport.PublishAsync(new OutgoingBytes($"{Root}.a", null, null, payload), CancellationToken.None);
        "other"u8.CopyTo(payload);

        Assert.Equal("first", (await consumer.NextAsync()).Text);
    }
}
