using System.Globalization;
using System.Text.RegularExpressions;
using Messaging.Codegen.Samples.Tests.Running;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.Samples.Tests;

public sealed partial class SharedWorkTests
{
    private const int Orders = 1_000;

    [Fact]
    public async Task Two_consumer_processes_share_the_work()
    {
        await using var server = await NatsServer.StartAsync();
        using var input = InputFile.FromDataset(Orders);
        await using var first = SampleProcess.Start("Orders", "--nats", server.Url, "--role", "consumer");
        await using var second = SampleProcess.Start("Orders", "--nats", server.Url, "--role", "consumer");
        await first.WaitForLineAsync(Started());
        await second.WaitForLineAsync(Started());

        await using var publisher = await SampleProcess.RunAsync("Orders", "--nats", server.Url, "--role", "publisher", "--input", input.Name);
        Assert.Equal(0, publisher.ExitCode);
        await using (var broker = await Broker.ConnectAsync(server.Url))
        {
            await broker.WaitUntilDoneAsync("billing", "shipping", "rejections", "eu-vat", "large-orders");
        }

        await first.InterruptAsync();
        await second.InterruptAsync();
        Assert.Equal((0, 0), (await first.WaitForExitAsync(), await second.WaitForExitAsync()));

        // Three of the first 1,000 orders cannot be charged: order 97, 412 and 640.
        AssertShared(first, second, "billing", Orders - 3);
        AssertShared(first, second, "total", null);
    }

    [Fact]
    public async Task A_consumer_ends_when_it_has_been_idle_for_long_enough()
    {
        await using var server = await NatsServer.StartAsync();
        using var input = InputFile.FromDataset(50);
        await using (var publisher = await SampleProcess.RunAsync("Orders", "--nats", server.Url, "--role", "publisher", "--input", input.Name))
        {
            Assert.Equal("published=50", publisher.Output[^1]);
        }

        await using var consumer = await SampleProcess.RunAsync("Orders", "--nats", server.Url, "--role", "consumer", "--exit-when-idle", "3");

        Assert.Equal(0, consumer.ExitCode);
        Assert.Equal(50, Count(consumer, "billing"));
    }

    private static void AssertShared(SampleProcess first, SampleProcess second, string consumer, int? expected)
    {
        var (one, two) = (Count(first, consumer), Count(second, consumer));
        Assert.Equal(expected ?? one + two, one + two);
        Assert.InRange(one, (one + two) / 5 + 1, (one + two) * 4 / 5 - 1);
    }

    /// <summary>A count of the last line, or the sum over all consumers.</summary>
    private static int Count(SampleProcess run, string consumer)
    {
        var counts = Handled().Matches(run.Output[^1]).Where(match => match.Groups[1].Value != "published").ToArray();
        Assert.True(counts.Length > 0, run.Transcript);
        return counts.Where(match => consumer == "total" || match.Groups[1].Value == consumer)
            .Sum(match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^started$")]
    private static partial Regex Started();

    [GeneratedRegex(@"([-a-z]+)=(\d+)")]
    private static partial Regex Handled();
}
