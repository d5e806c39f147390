using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Provisioning merges, never removes, and says what differs with both values.</summary>
public abstract class ProvisioningConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    [InlineData(Provision.Verify)]
    public async Task What_was_created_fits_in_every_mode(Provision mode)
    {
        StreamDefinition[] streams =
        [
            new(Stream, [$"{Root}.a.>", $"{Root}.b"]) { MaxAge = TimeSpan.FromDays(7), MaxMessages = 10, MaxBytes = 100_000 },
            new(Stream + "_Q", [$"{Root}.q"]) { Retention = StreamRetention.WorkQueue, Discard = StreamDiscard.New },
            new(Stream + "_SHORT", [$"{Root}.s"]) { MaxAge = TimeSpan.FromSeconds(30), Storage = StreamStorage.Memory },
        ];
        ConsumerDefinition[] consumers =
        [
            new(Stream, "all", []),
            new(Stream, "one", [$"{Root}.b"]) { AckWait = TimeSpan.FromSeconds(5) },
            new(Stream, "two", [$"{Root}.b", $"{Root}.a.x"]) { DeliverFrom = DeliverFrom.New },
            new(Stream + "_Q", "worker", []),
        ];
        await Transport.ProvisionAsync(streams, consumers, Provision.Create, CancellationToken.None);
        await PublishAsync("b", "x");

        await (await StartProcessAsync()).ProvisionAsync(streams, consumers, mode, CancellationToken.None);

        Assert.Equal(1UL, (await StreamStateAsync()).Messages);
    }

    [Fact]
    public async Task None_neither_creates_nor_checks()
    {
        await Transport.ProvisionAsync([new(Stream, [$"{Root}.a"])], [Consumer("c")], Provision.None, CancellationToken.None);

        Assert.Null(await Transport.FindStreamAsync($"{Root}.a", CancellationToken.None));
    }

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    public async Task Two_services_add_their_subjects_to_one_stream(Provision mode)
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a"]));
        await PublishAsync("a", "1");

        await Transport.ProvisionAsync([new(Stream, [$"{Root}.b.>"])], [], mode, CancellationToken.None);

        Assert.Equal(2UL, (await PublishAsync("b.c", "2")).Sequence);
        Assert.Equal(3UL, (await PublishAsync("a", "3")).Sequence);
    }

    [Fact]
    public async Task A_wider_subject_takes_in_the_narrower_ones()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a", $"{Root}.b"]));

        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.*"]));
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.b"]));

        Assert.Equal(Stream, (await PublishAsync("c", "x")).Stream);
        Assert.Equal(Stream, (await PublishAsync("a", "x")).Stream);
    }

    [Fact]
    public async Task Create_reports_a_drifted_setting_with_both_values_and_changes_nothing()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a"]) { MaxAge = TimeSpan.FromDays(1) }, Consumer("c"));
        var declared = new StreamDefinition(Stream, [$"{Root}.a"]) { MaxAge = TimeSpan.FromDays(7), MaxMessages = 5 };
        var consumer = new ConsumerDefinition(Stream, "c", [$"{Root}.a"]) { AckWait = TimeSpan.FromMinutes(1) };

        string[] expected =
        [
            $"stream {Stream}: MaxAge is 1.00:00:00, declared 7.00:00:00",
            $"stream {Stream}: MaxMessages is unlimited, declared 5",
            $"consumer {Stream}/c: Filters is >, declared {Root}.a",
            $"consumer {Stream}/c: AckWait is 00:10:00, declared 00:01:00",
        ];
        Assert.Equal(expected, await DifferencesAsync([declared], [consumer], Provision.Create));
        Assert.Equal(expected, await DifferencesAsync([declared], [consumer], Provision.Verify));
    }

    [Fact]
    public async Task Update_changes_what_differs()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a"]) { MaxAge = TimeSpan.FromDays(1) }, Consumer("c", $"{Root}.a"));
        await PublishAsync("a", "before");
        StreamDefinition[] streams = [new(Stream, [$"{Root}.b"]) { MaxMessages = 5, DuplicateWindow = TimeSpan.FromMinutes(5) }];
        ConsumerDefinition[] consumers = [new(Stream, "c", [$"{Root}.a", $"{Root}.b"]) { AckWait = TimeSpan.FromMinutes(1) }];

        await Transport.ProvisionAsync(streams, consumers, Provision.CreateOrUpdate, CancellationToken.None);

        await Transport.ProvisionAsync(streams, consumers, Provision.Verify, CancellationToken.None);
        await PublishAsync("b", "after");
        await using var consumer = await ConsumeAsync(consumers[0]);
        Assert.Equal(["before", "after"], (await consumer.NextAsync(2)).Select(message => message.Text));
    }

    [Fact]
    public async Task Update_of_a_consumer_repeats_nothing()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.>"]), Consumer("c", $"{Root}.a"));
        await PublishAsync("a", "1");
        await PublishAsync("b", "2");
        await using (var first = await ConsumeAsync(Consumer("c", $"{Root}.a")))
        {
            await first.AckAsync(await first.NextAsync());
        }

        var wider = Consumer("c", $"{Root}.>");
        await Transport.ProvisionAsync([], [wider], Provision.CreateOrUpdate, CancellationToken.None);
        await PublishAsync("b", "3");
        await using var second = await ConsumeAsync(wider);

        await Waiting.UntilAsync(() => second.Texts.Contains("3"), "the new message is delivered");
        Assert.DoesNotContain("1", second.Texts);
    }

    [Fact]
    public async Task Update_reports_what_can_never_change()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a"]));
        var declared = new StreamDefinition(Stream, [$"{Root}.a"]) { Storage = StreamStorage.Memory, Retention = StreamRetention.WorkQueue };

        Assert.Equal(
            [
                $"stream {Stream}: Retention is Limits, declared WorkQueue; it cannot be changed on an existing one",
                $"stream {Stream}: Storage is File, declared Memory; it cannot be changed on an existing one",
            ],
            await DifferencesAsync([declared], [], Provision.CreateOrUpdate));
    }

    [Fact]
    public async Task Verify_lists_everything_that_is_missing()
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a"]));
        StreamDefinition[] streams = [new(Stream, [$"{Root}.a", $"{Root}.b"]), new(Stream + "_NO", [$"{Root}.c"])];
        ConsumerDefinition[] consumers = [Consumer("c"), new(Stream + "_NO", "d", [])];

        Assert.Equal(
            [
                $"stream {Stream}: subject {Root}.b is declared, the stream has {Root}.a",
                $"stream {Stream}_NO: does not exist",
                $"consumer {Stream}/c: does not exist",
                $"consumer {Stream}_NO/d: does not exist",
            ],
            await DifferencesAsync(streams, consumers, Provision.Verify));
        Assert.Null(await Transport.FindStreamAsync($"{Root}.c", CancellationToken.None));
    }

    [Theory]
    [InlineData(Provision.Create)]
    [InlineData(Provision.CreateOrUpdate)]
    public async Task Streams_must_not_overlap(Provision mode)
    {
        await ProvisionAsync(new StreamDefinition(Stream, [$"{Root}.a.*"]));

        var difference = Assert.Single(await DifferencesAsync([new(Stream + "_B", [$"{Root}.*.x"])], [], mode));

        Assert.StartsWith($"stream {Stream}_B: ", difference, StringComparison.Ordinal);
        Assert.Contains("subjects overlap with an existing stream", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_needs_its_stream()
    {
        var difference = Assert.Single(await DifferencesAsync([], [Consumer("c")], Provision.Create));

        Assert.Equal($"consumer {Stream}/c: stream {Stream} does not exist", difference);
    }

    [Fact]
    public async Task Filters_of_one_consumer_must_not_cover_each_other()
    {
        await ProvisionAsync();

        var difference = Assert.Single(await DifferencesAsync([], [Consumer("c", $"{Root}.>", $"{Root}.a")], Provision.Create));

        Assert.StartsWith($"consumer {Stream}/c: ", difference, StringComparison.Ordinal);
        Assert.Contains("consumer subject filters cannot overlap", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_no_broker_takes_are_reported()
    {
        Assert.Equal(
            [
                "stream a.b: the name must not be empty, longer than 255, or contain white space, '.', '*', '>', '\\' or '/'",
                $"consumer {Stream}/c d: the name must not be empty, longer than 255, or contain white space, '.', '*', '>', '\\' or '/'",
            ],
            await DifferencesAsync([new(Stream, [$"{Root}.a"]), new("a.b", [$"{Root}.b"])], [Consumer("c d")], Provision.Create));
    }

    [Fact]
    public async Task Processes_that_provision_the_same_at_once_all_succeed()
    {
        var processes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartProcessAsync()));

        await Task.WhenAll(processes.Select(process => Task.Run(async () => await process.ProvisionAsync(
            [new(Stream, [$"{Root}.common"])], [Consumer("c", $"{Root}.common")], Provision.Create, CancellationToken.None))));

        await PublishAsync("common", "x");
        await using var consumer = await ConsumeAsync(Consumer("c", $"{Root}.common"));
        Assert.Equal("x", (await consumer.NextAsync()).Text);
    }

    [Fact]
    public async Task Services_that_add_their_subjects_at_once_take_none_from_each_other()
    {
        const int services = 5;
        var processes = await Task.WhenAll(Enumerable.Range(0, services).Select(_ => StartProcessAsync()));

        await Task.WhenAll(processes.Select((process, i) => Task.Run(async () => await process.ProvisionAsync(
            [new(Stream, [$"{Root}.service{i}.>"])], [], Provision.Create, CancellationToken.None))));

        for (var i = 0; i < services; i++)
        {
            Assert.Equal(Stream, (await PublishAsync($"service{i}.x", "x")).Stream);
        }
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(
        IReadOnlyList<StreamDefinition> streams, IReadOnlyList<ConsumerDefinition> consumers, Provision mode)
    {
        var exception = await Assert.ThrowsAsync<TopologyException>(
            async () => await Transport.ProvisionAsync(streams, consumers, mode, CancellationToken.None));
        return exception.Differences;
    }
}
