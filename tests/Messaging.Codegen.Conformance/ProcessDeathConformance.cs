namespace Messaging.Codegen.Conformance;

/// <summary>What a process had and did not acknowledge goes to another one.</summary>
public abstract class ProcessDeathConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task Messages_of_a_dead_process_go_to_another()
    {
        var definition = ImpatientConsumer("c");
        await ProvisionAsync(definition);
        await PublishNumbersAsync(10);
        var victim = await StartProcessAsync();
        var dying = await ConsumeAsync(victim, definition);
        var received = await dying.NextAsync(10);
        foreach (var message in received.Take(4))
        {
            await dying.AckAsync(message);
        }

        await Waiting.UntilAsync(async () => (await ConsumerStateAsync("c")).AckPending == 6, "the acknowledgements arrive");
        await Fixture.KillAsync(victim);
        await using var survivor = await ConsumeAsync(definition);
        await Waiting.WhileTimePassesUntilAsync(() => survivor.Texts.Distinct().Count() >= 6, "the unacknowledged messages are delivered again");

        Assert.Equal(["4", "5", "6", "7", "8", "9"], survivor.Texts.Distinct().Order());
        Assert.All(survivor.All, message => Assert.True(message.Count >= 2));
    }

    [Fact]
    public async Task A_dead_process_gets_no_new_messages()
    {
        const int count = 50;
        var definition = ImpatientConsumer("c", prefetch: 10);
        await ProvisionAsync(definition);
        var victim = await StartProcessAsync();
        var dying = await ConsumeAsync(victim, definition);
        await using var survivor = await ConsumeAsync(definition);
        using var stop = new CancellationTokenSource();
        var worker = survivor.WorkAsync(async message => await survivor.AckAsync(message), stop.Token);

        await Fixture.KillAsync(victim);
        var seenByVictim = dying.All.Count;
        await PublishNumbersAsync(count);
        await Waiting.WhileTimePassesUntilAsync(
            () => survivor.Texts.Distinct().Count() == count, "the survivor has seen everything");
        await stop.CancelAsync();
        await worker;

        Assert.Equal(seenByVictim, dying.All.Count);
    }

    [Fact]
    public async Task The_count_of_deliveries_outlives_the_process()
    {
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = 3 * ShortAckWait };
        await ProvisionAsync(definition);
        await PublishAsync("m", "poison");
        for (var death = 1; death <= 2; death++)
        {
            var victim = await StartProcessAsync();
            var dying = await ConsumeAsync(victim, definition);
            Assert.Equal(death, (await dying.NextInTimeAsync()).Count);
            await Fixture.KillAsync(victim);
        }

        await using var survivor = await ConsumeAsync(definition);

        Assert.Equal(3, (await survivor.NextInTimeAsync()).Count);
    }
}
