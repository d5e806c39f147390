using NATS.Client.JetStream.Models;

namespace Messaging.Codegen.Nats.Tests.Provisioning;

/// <summary>What a server refuses is reported with what to do about it.</summary>
public class RefusalTests : NatsServerTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nats-limits-").FullName;

    protected override string Configuration => $$"""
        jetstream { store_dir: "{{_folder}}", max_mem: 1000000, max_file: 1000000000, limits { max_ack_pending: 100 } }
        """;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_overlap_names_the_subject_and_the_other_stream()
    {
        await JetStream.CreateStreamAsync(new StreamConfig("LEGACY", ["orders.eu.*"]));

        var difference = await RefusalAsync(new StreamDefinition("ORDERS", ["orders.>", "invoices"]));

        Assert.StartsWith("stream ORDERS: ", difference, StringComparison.Ordinal);
        Assert.Contains("orders.> with stream LEGACY", difference, StringComparison.Ordinal);
        Assert.Contains("10065", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicas_without_a_cluster_are_explained()
    {
        var difference = await RefusalAsync(new StreamDefinition("ORDERS", ["orders.>"]) { Replicas = 3 });

        Assert.Contains("replicas > 1 not supported", difference, StringComparison.Ordinal);
        Assert.Contains("Replicas = 1", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_beyond_the_limits_of_the_server_is_explained()
    {
        var difference = await RefusalAsync(new StreamDefinition("ORDERS", ["orders.>"]) { Storage = StreamStorage.Memory, MaxBytes = 2_000_000_000 });

        Assert.StartsWith("stream ORDERS: ", difference, StringComparison.Ordinal);
        Assert.Contains("raise the limits", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_consumers_of_one_work_queue_subject_are_explained()
    {
        var stream = new StreamDefinition("Q", ["q.>"]) { Retention = StreamRetention.WorkQueue };

        var difference = await RefusalAsync(stream, Small("one", "q.a"), Small("two", "q.*"));

        Assert.Contains("give the handlers one consumer name", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_the_server_is_used_up_when_it_is_enough()
    {
        var transport = await ConnectAsync();

        await ProvisionAsync(transport, new StreamDefinition("Q", ["q.>"]), Small("one", "q.a"));

        Assert.Equal(100, (await JetStream.GetConsumerAsync("Q", "one")).Info.Config.MaxAckPending);
        await ProvisionAsync(transport, new StreamDefinition("Q", ["q.>"]), Small("one", "q.a"));
    }

    [Fact]
    public async Task A_prefetch_beyond_a_limit_of_the_server_is_explained()
    {
        var difference = await RefusalAsync(new StreamDefinition("Q", ["q.>"]), new ConsumerDefinition("Q", "greedy", []) { Prefetch = 100 });

        Assert.StartsWith("consumer Q/greedy: ", difference, StringComparison.Ordinal);
        Assert.Contains("less Prefetch", difference, StringComparison.Ordinal);
    }

    private static ConsumerDefinition Small(string name, string filter) => new("Q", name, [filter]) { Prefetch = 10 };

    private async Task<string> RefusalAsync(StreamDefinition stream, params ConsumerDefinition[] consumers)
    {
        var transport = await ConnectAsync();
        var exception = await Assert.ThrowsAsync<TopologyException>(async () => await ProvisionAsync(transport, stream, consumers));
        return Assert.Single(exception.Differences);
    }
}
