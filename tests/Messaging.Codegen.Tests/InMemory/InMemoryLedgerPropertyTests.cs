using Messaging.Codegen.Conformance;
using Messaging.Codegen.InMemory;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Time.Testing;

namespace Messaging.Codegen.Tests.InMemory;

/// <summary>Whatever processes do and however they die, each message stays accounted for.</summary>
public sealed class InMemoryLedgerPropertyTests
{
    private const int Steps = 400;

    [Theory]
    [InlineData(1, StreamRetention.Limits)]
    [InlineData(2, StreamRetention.Limits)]
    [InlineData(3, StreamRetention.WorkQueue)]
    [InlineData(4, StreamRetention.WorkQueue)]
    [InlineData(5, StreamRetention.Interest)]
    [InlineData(6, StreamRetention.Interest)]
    public async Task Published_is_waiting_or_in_work_or_settled(int seed, StreamRetention retention)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        using var broker = new InMemoryBroker(new InMemoryOptions { TimeProvider = time });
        var definition = new ConsumerDefinition("S", "c", []) { AckWait = TimeSpan.FromSeconds(10), Prefetch = 5 };
        await using var observer = await StartAsync(broker);
        await observer.ProvisionAsync([new("S", ["s"]) { Retention = retention }], [definition], Provision.Create, CancellationToken.None);
        var settled = new HashSet<ulong>();
        var published = 0UL;
        (InMemoryTransport Transport, TestConsumer Consumer)? process = null;

        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(10))
            {
                case 0 or 1:
                    await observer.PublishAsync(new OutgoingBytes("s", null, null, default), CancellationToken.None);
                    published++;
                    break;
                case 2:
                    time.Advance(TimeSpan.FromSeconds(random.Next(1, 15)));
                    break;
                case 3 when process is not null:
                    await process.Value.Transport.DisposeAsync();
                    process = null;
                    break;
                case 4 when process is not null:
                    await process.Value.Consumer.Consumer.StopAsync(CancellationToken.None);
                    await process.Value.Consumer.DisposeAsync();
                    await process.Value.Transport.DisposeAsync();
                    process = null;
                    break;
                case > 4:
                    process ??= await StartConsumerAsync(broker, definition);
                    await SettleSomethingAsync(process.Value.Consumer, random, settled);
                    break;
            }

            var state = await observer.GetConsumerStateAsync("S", "c", CancellationToken.None);
            Assert.Equal(published, state.Pending + state.AckPending + (ulong)settled.Count);
            Assert.True(state.Redelivered <= state.AckPending);
            var held = (await observer.GetStreamStateAsync("S", CancellationToken.None)).Messages;
            Assert.Equal(retention == StreamRetention.Limits ? published : published - (ulong)settled.Count, held);
        }

        Assert.InRange(settled.Count, 10, (int)published);
    }

    private static async Task SettleSomethingAsync(TestConsumer consumer, Random random, HashSet<ulong> settled)
    {
        await Task.Delay(1);
        if (!consumer.TryNext(out var message))
        {
            return;
        }

        switch (random.Next(6))
        {
            case 0:
                await consumer.NakAsync(message, TimeSpan.FromSeconds(random.Next(0, 20)));
                break;
            case 1:
                await consumer.Consumer.ProgressAsync(message.Delivery, CancellationToken.None);
                break;
            case 2:
                await consumer.Consumer.TerminateAsync(message.Delivery, "given up", CancellationToken.None);
                settled.Add(message.Delivery.Sequence);
                break;
            case 3:
                break;
            default:
                await consumer.AckAsync(message);
                settled.Add(message.Delivery.Sequence);
                break;
        }
    }

    private static async Task<(InMemoryTransport Transport, TestConsumer Consumer)> StartConsumerAsync(InMemoryBroker broker, ConsumerDefinition definition)
    {
        var transport = await StartAsync(broker);
        return (transport, await TestConsumer.StartAsync(transport, definition, new Waiting(new InMemoryFixture())));
    }

    private static async Task<InMemoryTransport> StartAsync(InMemoryBroker broker)
    {
        var transport = new InMemoryTransport(broker);
        await transport.ConnectAsync(CancellationToken.None);
        return transport;
    }
}
