namespace Messaging.Codegen.Conformance;

/// <summary>A stream drops copies by message id.</summary>
[Requires(Capabilities.Deduplication)]
public abstract class DeduplicationConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task A_copy_is_a_success_that_stores_nothing()
    {
        await ProvisionAsync();
        await PublishAsync("a", "first", "one");

        Assert.Equal(new PublishReceipt(Stream, 2, false), await PublishAsync("a", "second", "two"));
        Assert.Equal(new PublishReceipt(Stream, 1, true), await PublishAsync("a", "copy", "one"));
        Assert.Equal(2UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task The_id_counts_in_the_whole_stream_whatever_the_subject()
    {
        await ProvisionAsync();
        await PublishAsync("a", "x", "one");

        Assert.True((await PublishAsync("b", "y", "one")).Duplicate);
    }

    [Fact]
    public async Task Another_stream_has_ids_of_its_own()
    {
        await Transport.ProvisionAsync(
            [new(Stream, [$"{Root}.a"]), new(Stream + "_B", [$"{Root}.b"])], [], Provision.Create, CancellationToken.None);
        await PublishAsync("a", "x", "one");

        Assert.False((await PublishAsync("b", "x", "one")).Duplicate);
    }

    [Fact]
    public async Task Messages_without_an_id_are_never_copies()
    {
        await ProvisionAsync();
        await PublishAsync("a", "x");

        Assert.False((await PublishAsync("a", "x")).Duplicate);
    }

    [Fact]
    public async Task After_the_window_the_id_is_forgotten()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { DuplicateWindow = TimeSpan.FromSeconds(1) });
        await PublishAsync("a", "x", "one");

        await Waiting.WhileTimePassesUntilAsync(
            async () => !(await PublishAsync("a", "x", "one")).Duplicate, "the stream forgets the id");

        Assert.Equal(2UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task The_id_is_remembered_when_the_message_is_gone()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]) { MaxMessages = 1 });
        await PublishAsync("a", "x", "one");
        await PublishAsync("a", "y", "two");

        Assert.Equal(new PublishReceipt(Stream, 1, true), await PublishAsync("a", "x", "one"));
    }

    [Fact]
    public async Task Only_one_of_many_concurrent_copies_is_stored()
    {
        await ProvisionAsync();

        // A broker with several replicas may ask to try again while it does not know whether the first copy will be stored.
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => PublishStubbornlyAsync("x", "one"))));

        Assert.Single(receipts, receipt => !receipt.Duplicate);
        Assert.All(receipts, receipt => Assert.Equal(1UL, receipt.Sequence));
        Assert.Equal(1UL, (await StreamStateAsync()).Messages);
    }
}
