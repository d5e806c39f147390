using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Provisioning;

/// <summary>What only a NATS server has, and may differ.</summary>
public class DriftTests : NatsServerTest
{
    private static readonly ConsumerDefinition Consumer = new("S", "c", ["s.a"]) { AckWait = TimeSpan.FromSeconds(30), Prefetch = 100, Concurrency = 4 };

    private NatsTransport _transport = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _transport = await ConnectAsync();
        await JetStream.CreateStreamAsync(new StreamConfig("S", ["s.>"])
        {
            Description = "kept by its owner",
            MaxMsgsPerSubject = 7,
            Metadata = new Dictionary<string, string> { ["owner"] = "somebody" },
        });
    }

    [Fact]
    public async Task A_created_consumer_never_gives_up_and_says_where_it_begins()
    {
        await ProvisionAsync(Provision.Create);

        var config = (await JetStream.GetConsumerAsync("S", "c")).Info.Config;
        Assert.Equal(-1, config.MaxDeliver);
        Assert.Equal(ConsumerConfigAckPolicy.Explicit, config.AckPolicy);
        Assert.Equal(ConsumerConfigDeliverPolicy.All, config.DeliverPolicy);
        Assert.Equal("s.a", config.FilterSubject);
        Assert.Equal(65_536, config.MaxAckPending);
        Assert.Equal("c", config.DurableName);
        Assert.Null(config.DeliverSubject);
    }

    [Fact]
    public async Task Every_setting_that_would_lose_messages_is_reported_with_both_values()
    {
        await CreateDangerousConsumerAsync();

        string[] expected =
        [
            "consumer S/c: AckWait is 00:00:01, declared 00:00:30",
            "consumer S/c: headers_only is True, declared False",
            "consumer S/c: inactive_threshold is 01:00:00, declared 00:00:00",
            "consumer S/c: max_deliver is 3, declared unlimited",
            "consumer S/c: backoff is [1000000000,5000000000], declared none",
            "consumer S/c: max_ack_pending is 10, declared 104",
        ];
        Assert.Equal(expected, await DifferencesAsync(Provision.Create));
        Assert.Equal(expected, await DifferencesAsync(Provision.Verify));
    }

    [Fact]
    public async Task Update_takes_the_danger_away()
    {
        await CreateDangerousConsumerAsync();

        await ProvisionAsync(Provision.CreateOrUpdate);

        await ProvisionAsync(Provision.Verify);
        var config = (await JetStream.GetConsumerAsync("S", "c")).Info.Config;
        Assert.Equal(-1, config.MaxDeliver);
        Assert.False(config.HeadersOnly);
        Assert.Null(config.Backoff);
        Assert.Equal("kept", config.Description);
    }

    [Fact]
    public async Task What_can_never_change_is_reported_by_an_update()
    {
        await JetStream.CreateOrUpdateConsumerAsync(
            "S", new ConsumerConfig("c") { FilterSubject = "s.a", AckPolicy = ConsumerConfigAckPolicy.None, AckWait = Consumer.AckWait });

        Assert.Equal(
            ["consumer S/c: ack_policy is none, declared explicit; it cannot be changed on an existing one"],
            await DifferencesAsync(Provision.CreateOrUpdate));
    }

    [Fact]
    public async Task A_server_that_fills_in_its_defaults_is_no_drift()
    {
        await JetStream.CreateOrUpdateConsumerAsync("S", new ConsumerConfig("c") { FilterSubject = "s.a", AckPolicy = ConsumerConfigAckPolicy.Explicit });

        await ProvisionAsync(Provision.Verify);
    }

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    public async Task Settings_that_this_library_does_not_know_survive(Provision mode)
    {
        await _transport.ProvisionAsync(
            [new StreamDefinition("S", ["other.>"]) { MaxMessages = mode == Provision.Create ? null : 1000 }], [], mode, CancellationToken.None);

        var config = (await JetStream.GetStreamAsync("S")).Info.Config;
        Assert.Equal(["s.>", "other.>"], config.Subjects);
        Assert.Equal("kept by its owner", config.Description);
        Assert.Equal(7, config.MaxMsgsPerSubject);
        Assert.Equal("somebody", config.Metadata!["owner"]);
        Assert.Equal(mode == Provision.Create ? -1 : 1000, config.MaxMsgs);
    }

    [Fact]
    public async Task A_stream_that_acknowledges_nothing_is_reported()
    {
        await JetStream.CreateStreamAsync(new StreamConfig("SILENT", ["silent"]) { NoAck = true });

        var exception = await Assert.ThrowsAsync<TopologyException>(async () => await _transport.ProvisionAsync(
            [new StreamDefinition("SILENT", ["silent"])], [], Provision.Create, CancellationToken.None));

        Assert.Equal(["stream SILENT: no_ack is true, declared false"], exception.Differences);
    }

    [Fact]
    public async Task All_differences_of_all_streams_and_consumers_come_at_once()
    {
        await CreateDangerousConsumerAsync();
        await JetStream.CreateStreamAsync(new StreamConfig("T", ["t"]) { MaxAge = TimeSpan.FromHours(1) });

        var exception = await Assert.ThrowsAsync<TopologyException>(async () => await _transport.ProvisionAsync(
            [new StreamDefinition("S", ["s.>"]) { MaxBytes = 1000 }, new StreamDefinition("T", ["t"]), new StreamDefinition("NEW", ["new"])],
            [Consumer],
            Provision.Create,
            CancellationToken.None));

        Assert.Contains("stream S: MaxBytes is unlimited, declared 1000", exception.Differences);
        Assert.Contains("stream T: MaxAge is 01:00:00, declared unlimited", exception.Differences);
        Assert.Contains("consumer S/c: max_deliver is 3, declared unlimited", exception.Differences);
        Assert.All(exception.Differences, difference => Assert.Contains(difference, exception.Message, StringComparison.Ordinal));

        // Nothing is changed when anything differs.
        Assert.Null(await _transport.FindStreamAsync("new", CancellationToken.None));
    }

    private Task CreateDangerousConsumerAsync() => JetStream.CreateOrUpdateConsumerAsync("S", new ConsumerConfig("c")
    {
        Description = "kept",
        FilterSubject = "s.a",
        AckPolicy = ConsumerConfigAckPolicy.Explicit,
        MaxDeliver = 3,
        Backoff = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)],
        HeadersOnly = true,
        InactiveThreshold = TimeSpan.FromHours(1),
        MaxAckPending = 10,
    }).AsTask();

    private ValueTask ProvisionAsync(Provision mode) => _transport.ProvisionAsync([], [Consumer], mode, CancellationToken.None);

    private async Task<IReadOnlyList<string>> DifferencesAsync(Provision mode) =>
        (await Assert.ThrowsAsync<TopologyException>(async () => await ProvisionAsync(mode))).Differences;
}
