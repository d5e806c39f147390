using System.Collections.Concurrent;
using System.Globalization;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>Under load every message is handled, and nothing is left over.</summary>
public abstract class LedgerConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    private const int Total = 10_000;
    private const int Publishers = 16;

    [Fact]
    public async Task Ten_thousand_messages_with_retries_are_all_handled()
    {
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = LongAckWait, Prefetch = 200 };
        await ProvisionAsync(definition);
        var handled = new ConcurrentDictionary<string, int>();
        using var stop = new CancellationTokenSource();
        await using var first = await ConsumeAsync(definition);
        await using var second = await ConsumeAsync(await StartProcessAsync(), definition);
        var workers = new[] { HandleAsync(first, handled, stop.Token), HandleAsync(second, handled, stop.Token) };

        var receipts = await Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => Task.Run(() => PublishShareAsync(publisher))));
        await Waiting.WhileTimePassesUntilAsync(() => handled.Count >= Total, "everything is handled");
        await Waiting.UntilAsync(async () => await ConsumerStateAsync("c") is { Pending: 0, AckPending: 0 }, "everything is acknowledged");
        await stop.CancelAsync();
        await Task.WhenAll(workers);

        Assert.Equal(Total, receipts.Sum());
        Assert.Equal(Enumerable.Range(0, Total), handled.Keys.Select(int.Parse).Order());
        Assert.Equal((ulong)Total, (await StreamStateAsync()).LastSequence);
        Assert.All(handled.Values, times => Assert.Equal(1, times));
        Assert.True(first.All.Count > 0 && second.All.Count > 0);
    }

    private static Task HandleAsync(TestConsumer consumer, ConcurrentDictionary<string, int> handled, CancellationToken stop) => consumer.WorkAsync(
        async message =>
        {
            if (int.Parse(message.Text, CultureInfo.InvariantCulture) % 50 == 0 && message.Count == 1)
            {
                await consumer.NakAsync(message, TimeSpan.FromMilliseconds(50));
                return;
            }

            handled.AddOrUpdate(message.Text, 1, static (_, times) => times + 1);
            await consumer.AckAsync(message);
        },
        stop);

    private async Task<int> PublishShareAsync(int publisher)
    {
        var stored = 0;
        for (var i = publisher; i < Total; i += Publishers)
        {
            var text = i.ToString(CultureInfo.InvariantCulture);
            stored += (await PublishAsync($"p{publisher}", text, text)).Duplicate ? 0 : 1;
        }

        return stored;
    }
}
