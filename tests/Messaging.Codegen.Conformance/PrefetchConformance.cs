using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A sink never has more messages than it was promised room for.</summary>
public abstract class PrefetchConformance<TFixture>(TFixture fixture) : ConformanceTests<TFixture>(fixture)
    where TFixture : TransportFixture
{
    [Fact]
    public async Task No_more_than_the_prefetch_comes_without_release()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(30);
        var sink = new CountingSink();
        await using var consumer = await Transport.ConsumeAsync(Definition(prefetch: 7), sink, CancellationToken.None);

        await Waiting.UntilAsync(() => sink.Count == 7, "the prefetch is used");
        await Waiting.ForNothingAsync();
        Assert.Equal(7, sink.Count);

        consumer.Release(7);
        await Waiting.UntilAsync(() => sink.Count == 14, "what was released is used");
        await Waiting.ForNothingAsync();
        Assert.Equal(14, sink.Count);
    }

    [Fact]
    public async Task Part_of_the_prefetch_may_be_asked_for_later_but_never_exceeded()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(30);
        var sink = new CountingSink();
        await using var consumer = await Transport.ConsumeAsync(Definition(prefetch: 8), sink, CancellationToken.None);
        await Waiting.UntilAsync(() => sink.Count == 8, "the prefetch is used");

        consumer.Release(3);
        await Waiting.ForNothingAsync();
        Assert.InRange(sink.Count, 8, 11);

        consumer.Release(5);
        await Waiting.UntilAsync(() => sink.Count == 16, "all that was released is used");
    }

    [Fact]
    public async Task Acknowledging_releases_nothing()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(10);
        var sink = new CountingSink();
        await using var consumer = await Transport.ConsumeAsync(Definition(prefetch: 2), sink, CancellationToken.None);
        await Waiting.UntilAsync(() => sink.Count == 2, "the prefetch is used");

        foreach (var delivery in sink.Deliveries)
        {
            await consumer.AckAsync(delivery, CancellationToken.None);
        }

        await Waiting.ForNothingAsync();
        Assert.Equal(2, sink.Count);
    }

    [Fact]
    public async Task Redeliveries_need_room_too()
    {
        await ProvisionAsync();
        await PublishNumbersAsync(3);
        var sink = new CountingSink();
        var definition = new ConsumerDefinition(Stream, "c", []) { AckWait = ShortAckWait, Prefetch = 3 };
        await using var consumer = await Transport.ConsumeAsync(definition, sink, CancellationToken.None);
        await Waiting.UntilAsync(() => sink.Count == 3, "the prefetch is used");

        await Fixture.PassAsync(3 * ShortAckWait);
        await Waiting.ForNothingAsync();
        Assert.Equal(3, sink.Count);

        consumer.Release(3);
        await Waiting.WhileTimePassesUntilAsync(() => sink.Count == 6, "the room is used");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public async Task Never_more_is_outstanding_than_the_prefetch_while_messages_flow(int prefetch)
    {
        const int count = 500;
        await ProvisionAsync();
        await PublishNumbersAsync(count);
        var sink = new CountingSink();
        await using var consumer = await Transport.ConsumeAsync(Definition(prefetch), sink, CancellationToken.None);

        var random = new Random(prefetch);
        var released = 0;
        while (released < count)
        {
            await Waiting.UntilAsync(() => sink.Count > released, "a message is delivered");
            var batch = random.Next(1, sink.Count - released + 1);
            released += batch;
            sink.OnRelease(batch);
            consumer.Release(batch);
        }

        Assert.Equal(count, sink.Count);
        Assert.InRange(sink.MostOutstanding, 1, prefetch);
    }

    private ConsumerDefinition Definition(int prefetch) => new(Stream, "c", []) { AckWait = LongAckWait, Prefetch = prefetch };

    private sealed class CountingSink : IMessageSink
    {
        private readonly Lock _lock = new();
        private readonly List<DeliveryInfo> _deliveries = [];
        private int _outstanding;

        public int Count
        {
            get
            {
                lock (_lock)
                {
                    return _deliveries.Count;
                }
            }
        }

        public IReadOnlyList<DeliveryInfo> Deliveries
        {
            get
            {
                lock (_lock)
                {
                    return [.. _deliveries];
                }
            }
        }

        public int MostOutstanding { get; private set; }

        public void Deliver(in IncomingMessage message)
        {
            lock (_lock)
            {
                _deliveries.Add(message.Delivery);
                MostOutstanding = Math.Max(MostOutstanding, ++_outstanding);
            }
        }

        public void OnRelease(int count)
        {
            lock (_lock)
            {
                _outstanding -= count;
            }
        }
    }
}
