using System.Text.RegularExpressions;
using Messaging.Codegen.Samples.Tests.Running;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Samples.Tests;

public sealed partial class OrdersRunTests
{
    /// <summary>Placed, then paid and shipped, or declined and rejected: three events for each of the 2,991, one for each of the 9.</summary>
    private const int EventsOfDataset = 2_991 * 3 + 9;

    [Fact]
    public async Task Without_arguments_the_dataset_runs_through_the_embedded_broker()
    {
        await using var run = await SampleProcess.RunAsync("Orders");

        Assert.Equal(Ledger.OfDataset, Ledger.Of(run));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output, line => line.StartsWith("published ", StringComparison.Ordinal));
        Assert.Contains("dead-lettered: 6 x unknown payment token 'tok_expired'", run.Output);
        Assert.Contains(run.Output, line => Regex.IsMatch(line, "^asked for its status: order [-0-9a-f]{36} is (Shipped|Rejected)$"));
    }

    [Fact]
    public async Task The_files_that_it_says_the_compiler_emitted_exist()
    {
        using var input = InputFile.FromDataset(10);
        await using var run = await SampleProcess.RunAsync("Orders", "--input", input.Name);

        var files = run.Output.Where(line => line.StartsWith("emitted ", StringComparison.Ordinal)).Select(line => line["emitted ".Length..]).ToArray();
        Assert.All(files, file => Assert.True(File.Exists(file), file));
        Assert.Contains(files, file => file.EndsWith("Orders.Contracts.OrderPlaced.Contract.g.cs", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("Orders.BillingHandler.Handler.g.cs", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("Orders.OrdersModule.Module.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_gives_the_same_ledger_and_holds_the_messages()
    {
        await using var server = await NatsServer.StartAsync();
        await using var run = await SampleProcess.RunAsync("Orders", "--nats", server.Url);

        Assert.Equal(Ledger.OfDataset, Ledger.Of(run));
        Assert.Equal(0, run.ExitCode);
        await using var broker = await Broker.ConnectAsync(server.Url);
        Assert.Equal(EventsOfDataset, await broker.CountAsync("ORDERS"));
        Assert.Equal(9, await broker.CountAsync("ORDERS_DLQ"));
        Assert.Equal(0, await broker.CountAsync("ORDERS_QUARANTINE"));
    }

    [Fact]
    public async Task Killed_halfway_and_started_again_it_ends_with_every_order_handled_once()
    {
        await using var server = await NatsServer.StartAsync();
        await using (var killed = SampleProcess.Start("Orders", "--nats", server.Url))
        {
            await killed.WaitForLineAsync(Billed(), match => int.Parse(match.Groups[1].Value) >= 100);
            await killed.KillAsync();
            Assert.False(Ledger.IsIn(killed), killed.Transcript);
        }

        await using var again = await SampleProcess.RunAsync("Orders", "--nats", server.Url);

        Assert.Equal(Ledger.OfDataset, Ledger.Of(again));
        Assert.Contains(again.Output, line => PublishedBefore().IsMatch(line));
        await using var broker = await Broker.ConnectAsync(server.Url);
        Assert.Equal(EventsOfDataset, await broker.CountAsync("ORDERS"));
    }

    [Fact]
    public async Task The_ledger_says_that_orders_are_lost_when_they_are()
    {
        await using var server = await NatsServer.StartAsync();
        using var input = InputFile.FromDataset(200);
        await using (var first = await SampleProcess.RunAsync("Orders", "--nats", server.Url, "--input", input.Name))
        {
            Assert.Equal(0, first.ExitCode);
        }

        // Its events are gone, but the server still knows the message ids: publishing again stores nothing.
        await using var broker = await Broker.ConnectAsync(server.Url);
        await broker.PurgeAsync("ORDERS");
        await using var run = await SampleProcess.RunAsync("Orders", "--nats", server.Url, "--input", input.Name);

        Assert.Equal(200, Ledger.Of(run).Lost);
        Assert.Equal(1, run.ExitCode);
    }

    [GeneratedRegex(@"\| billing (\d+)")]
    private static partial Regex Billed();

    [GeneratedRegex(@"^input: 3000 orders \([1-9]\d* of them published before\)")]
    private static partial Regex PublishedBefore();
}
