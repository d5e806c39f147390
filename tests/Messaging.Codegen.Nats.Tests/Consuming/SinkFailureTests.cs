using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Tests.Consuming;

public class SinkFailureTests : NatsServerTest
{
    [Fact]
    public async Task A_throwing_sink_stops_neither_its_own_consumer_nor_others()
    {
        var transport = await ConnectAsync();
        var first = new ConsumerDefinition("S", "first", []) { AckWait = TimeSpan.FromMinutes(10), Prefetch = 4 };
        var second = new ConsumerDefinition("S", "second", []) { AckWait = TimeSpan.FromMinutes(10), Prefetch = 64 };
        await ProvisionAsync(transport, new StreamDefinition("S", ["s.>"]), first, second);
        var healthy = new Sink();
        var recovered = new Sink(item =>
        {
            if (item.Delivery.DeliveryCount == 1)
            {
                throw new InvalidOperationException("Cannot take it the first time.");
            }
        });
        Own(await transport.ConsumeAsync(second, healthy, CancellationToken.None));
        var failing = Own(await transport.ConsumeAsync(first, recovered, CancellationToken.None));

        for (var i = 0; i < 20; i++)
        {
            await PublishAsync(transport, "s.a", "x");
        }

        await UntilAsync(() => healthy.Items.Count == 20, "the other consumer gets everything");

        // Refused messages come again after a while, each once: nothing is delivered twice because the read buffer was read again.
        var released = 0;
        await UntilAsync(
            () =>
            {
                var delivered = recovered.Items.Count;
                failing.Release(delivered - released);
                released = delivered;
                return delivered == 20;
            },
            "the refused messages come again");
        Assert.Equal(20, recovered.Items.Select(item => item.Delivery.Sequence).Distinct().Count());
        Assert.All(recovered.Items, item => Assert.Equal(2, item.Delivery.DeliveryCount));
    }
}
