using System.Globalization;

namespace Messaging.Codegen.Nats.Tests.Publishing;

public class PublishWindowTests : NatsServerTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Many_publishers_at_once_all_get_their_own_receipt(int window)
    {
        const int callers = 40;
        const int each = 100;
        var transport = await ConnectAsync(options => options.PublishWindow = window);
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        var receipts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            List<(string Text, ulong Sequence)> own = [];
            for (var i = 0; i < each; i++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{caller}:{i}");
                own.Add((text, (await PublishAsync(transport, "s.a", text, text)).Sequence));
            }

            return own;
        })));

        Assert.Equal(Enumerable.Range(1, callers * each).Select(i => (ulong)i), receipts.SelectMany(own => own).Select(own => own.Sequence).Order());
        var stored = new Dictionary<ulong, string>();
        await foreach (var message in transport.ReadAsync("S", ">", 0, CancellationToken.None))
        {
            stored.Add(message.Sequence, System.Text.Encoding.UTF8.GetString(message.Payload.Span));
        }

        Assert.All(receipts.SelectMany(own => own), own => Assert.Equal(own.Text, stored[own.Sequence]));
    }

    [Fact]
    public async Task One_producer_that_awaits_later_keeps_its_order()
    {
        const int count = 5_000;
        var transport = await ConnectAsync(options => options.PublishWindow = 100);
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]));

        var publishes = Enumerable.Range(0, count).Select(_ => PublishAsync(transport, "s.a", "x").AsTask()).ToArray();
        var receipts = await Task.WhenAll(publishes);

        Assert.Equal(Enumerable.Range(1, count).Select(i => (ulong)i), receipts.Select(receipt => receipt.Sequence));
    }
}
