using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen.Tests.Pipeline;

/// <summary>Chains of upcasters as they are emitted.</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task A_handler_of_the_latest_version_gets_every_version()
    {
        await using var host = await StartAsync("labels");
        await PublishAsync(host, new Label(1, "eu"));
        await PublishAsync(host, new LabelV2(2, "eu", "two"));
        await PublishAsync(host, new LabelV3(3, "eu", ["three"]));
        await host.SettleAsync("labels", "LABELS");
        Assert.Equal(
            ["1: v1,labels.eu.printed.v1", "2: two,labels.eu.printed.v2", "3: three"],
            Printed(host).Select(static label => $"{label.Id}: {string.Join(',', label.Lines)}"));
    }

    [Fact]
    public async Task Conditions_hold_for_every_version()
    {
        await using var host = await StartAsync("labels-eu");
        foreach (var region in new[] { "eu", "us" })
        {
            await PublishAsync(host, new Label(1, region));
            await PublishAsync(host, new LabelV2(2, region, "two"));
            await PublishAsync(host, new LabelV3(3, region, ["three"]));
        }

        await host.SettleAsync("labels-eu", "LABELS");
        Assert.Equal([1, 3], Printed(host).Select(static label => label.Id));
        Assert.Equal((3, 1), (host.Consumer.Received, host.Consumer.Filtered));
    }

    [Fact]
    public async Task A_chain_has_one_memory()
    {
        await using var host = await StartAsync("labels-once");
        await PublishAsync(host, new LabelV2(1, "eu", "two"));
        await PublishAsync(host, new LabelV3(1, "eu", ["three"]));
        await PublishAsync(host, new Label(1, "eu"));
        await host.SettleAsync("labels-once", "LABELS");
        Assert.Single(Printed(host));
        Assert.Equal((1, 2), (host.Consumer.Handled, host.Consumer.Duplicates));
    }

    private static Task<PipelineHost> StartAsync(string consumer) =>
        PipelineHost.StartAsync(consumer, configure: static messaging => messaging.Services.AddSingleton(new LabelPrinter()));

    private static ConcurrentQueue<LabelV3> Printed(PipelineHost host) => host.Services.GetRequiredService<LabelPrinter>().Printed;

    private static async Task PublishAsync<T>(PipelineHost host, T message)
        where T : IMessage<T> =>
        await host.Services.GetRequiredService<IPublisher<T>>().PublishAsync(message);
}

public sealed class LabelPrinter
{
    public ConcurrentQueue<LabelV3> Printed { get; } = [];
}

public sealed class LabelHandler(LabelPrinter printer)
{
    [Handler("labels", Concurrency = 1)]
    public void Handle(LabelV3 label) => printer.Printed.Enqueue(label);

    [Handler("labels-eu", Concurrency = 1, Filter = nameof(IsOdd), PartitionBy = nameof(LabelV3.Id)), Where(nameof(LabelV3.Region), "eu")]
    public void HandleEuropean(LabelV3 label) => printer.Printed.Enqueue(label);

    [Handler("labels-once", Concurrency = 1, Idempotency = Idempotency.Memory)]
    public void HandleOnce(LabelV3 label) => printer.Printed.Enqueue(label);

    public static bool IsOdd(LabelV3 label) => label.Id % 2 == 1;
}
