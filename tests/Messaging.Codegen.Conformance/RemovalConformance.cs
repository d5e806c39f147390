using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Stored messages can be removed one by one and by filter, and removing what is gone is harmless.</summary>
[Requires(Capabilities.StoredMessages)]
public abstract class RemovalConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_message_is_removed_once()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(3);

        Assert.True(await Transport.DeleteAsync(Stream, 2, CancellationToken.None));
        Assert.False(await Transport.DeleteAsync(Stream, 2, CancellationToken.None));
        Assert.False(await Transport.DeleteAsync(Stream, 17, CancellationToken.None));

        Assert.Null(await Transport.GetAsync(Stream, 2, CancellationToken.None));
        Assert.Equal(new StreamState(2, 1, 3), await StreamStateAsync());
    }

    [Fact]
    public async Task A_removed_message_is_not_delivered_and_not_waited_for()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]), Consumer("c"));
        await PublishNumbersAsync(3);

        await Transport.DeleteAsync(Stream, 1, CancellationToken.None);

        await using var consumer = await ConsumeAsync(Consumer("c"));
        Assert.Equal(["1", "2"], (await consumer.NextAsync(2)).Select(message => message.Text));
        foreach (var message in consumer.All)
        {
            await consumer.AckAsync(message);
        }

        await Waiting.UntilAsync(async () => await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }, "nothing is owed");
    }

    [Fact]
    public async Task A_message_of_a_work_queue_is_removed()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { Retention = StreamRetention.WorkQueue });
        await PublishNumbersAsync(2);

        Assert.True(await Transport.DeleteAsync(Stream, 1, CancellationToken.None));

        Assert.Equal(new StreamState(1, 2, 2), await StreamStateAsync());
    }

    [Fact]
    public async Task A_filter_is_purged_and_nothing_else()
    {
        await ProvisionAsync();
        await PublishAsync("a", "1");
        await PublishAsync("b", "2");
        await PublishAsync("a", "3");

        Assert.Equal(2UL, await Transport.PurgeAsync(Stream, $"{Root}.a", CancellationToken.None));
        Assert.Equal(0UL, await Transport.PurgeAsync(Stream, $"{Root}.a", CancellationToken.None));
        Assert.Equal(1UL, (await StreamStateAsync()).Messages);
        Assert.Equal(1UL, await Transport.PurgeAsync(Stream, ">", CancellationToken.None));
        Assert.Equal(0UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task A_stream_that_is_missing_is_said_to_be()
    {
        await Assert.ThrowsAsync<TransportException>(async () => await Transport.DeleteAsync("NOTHING", 1, CancellationToken.None));
        await Assert.ThrowsAsync<TransportException>(async () => await Transport.PurgeAsync("NOTHING", ">", CancellationToken.None));
    }
}
