using System.Buffers;
using Messaging.Codegen.Conformance;
using Messaging.Codegen.InMemory;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Tests.InMemory;

public sealed class InMemoryDispatchTests : IAsyncLifetime
{
    private readonly InMemoryBroker _broker = new();
    private InMemoryTransport _transport = null!;

    public async Task InitializeAsync()
    {
        _transport = new InMemoryTransport(_broker);
        await _transport.ConnectAsync(CancellationToken.None);
        await _transport.ProvisionAsync([new("S", ["s"])], [], Provision.Create, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _transport.DisposeAsync();
        _broker.Dispose();
    }

    [Fact]
    public async Task A_sink_that_blocks_holds_up_neither_publishers_nor_other_consumers()
    {
        using var release = new ManualResetEventSlim();
        var blocked = new CallbackSink(_ => release.Wait(Waiting.Patience));
        var free = new CallbackSink(_ => { });
        await using var first = await _transport.ConsumeAsync(new("S", "blocked", []), blocked, CancellationToken.None);
        await using var second = await _transport.ConsumeAsync(new("S", "free", []), free, CancellationToken.None);

        for (var i = 0; i < 10; i++)
        {
            await PublishAsync();
        }

        await free.WaitForAsync(10);
        Assert.Equal(1, blocked.Entered);
        release.Set();
        await blocked.WaitForAsync(10);
    }

    [Fact]
    public async Task The_payload_is_lent_for_the_call_only()
    {
        var kept = default(ReadOnlySequence<byte>);
        var copy = Array.Empty<byte>();
        var sink = new CallbackSink(payload => (kept, copy) = (payload, payload.ToArray()));
        await using var consumer = await _transport.ConsumeAsync(new("S", "c", []), sink, CancellationToken.None);

        await PublishAsync();
        await sink.WaitForAsync(1);
        await consumer.StopAsync(CancellationToken.None);

        Assert.Equal("text"u8.ToArray(), copy);
        Assert.Equal(new byte[4], kept.ToArray());
    }

    [Fact]
    public async Task A_transport_has_to_be_connected_first()
    {
        await using var transport = new InMemoryTransport(_broker);

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await transport.PublishAsync(new OutgoingBytes("s", null, null, default), CancellationToken.None));
        Assert.False(transport.IsConnected);
    }

    [Fact]
    public async Task A_dead_process_can_say_nothing_more()
    {
        var sink = await TestConsumer.StartAsync(_transport, new("S", "c", []), new Waiting(new InMemoryFixture()));
        await PublishAsync();
        var message = await sink.NextAsync();

        await _transport.DisposeAsync();

        Assert.False(_transport.IsConnected);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await sink.AckAsync(message));
        await using var other = new InMemoryTransport(_broker);
        await other.ConnectAsync(CancellationToken.None);
        Assert.Equal(1UL, (await other.GetConsumerStateAsync("S", "c", CancellationToken.None)).AckPending);
    }

    [Fact]
    public async Task What_a_stopped_process_had_not_reached_goes_to_another_at_once_and_uncounted()
    {
        using var release = new ManualResetEventSlim();
        var slow = new CallbackSink(_ => release.Wait(Waiting.Patience));
        var definition = new ConsumerDefinition("S", "c", []) { Prefetch = 10 };
        var first = await _transport.ConsumeAsync(definition, slow, CancellationToken.None);
        for (var i = 0; i < 10; i++)
        {
            await PublishAsync();
        }

        await slow.WaitForEntryAsync();
        var stopping = first.StopAsync(CancellationToken.None).AsTask();
        var second = await TestConsumer.StartAsync(_transport, definition, new Waiting(new InMemoryFixture()));
        release.Set();
        await stopping;

        var received = await second.NextAsync(9);
        Assert.Equal(Enumerable.Range(2, 9).Select(i => (ulong)i), received.Select(message => message.Delivery.Sequence));
        Assert.All(received, message => Assert.Equal(1, message.Count));
        Assert.Equal(1, slow.Done);
    }

    [Fact]
    public async Task An_acknowledgement_of_another_consumers_delivery_is_refused()
    {
        var sink = await TestConsumer.StartAsync(_transport, new("S", "c", []), new Waiting(new InMemoryFixture()));
        await using var other = await _transport.ConsumeAsync(new("S", "d", []), new CallbackSink(_ => { }), CancellationToken.None);
        await PublishAsync();
        var message = await sink.NextAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await other.AckAsync(message.Delivery, CancellationToken.None));
    }

    private async Task PublishAsync() =>
        await _transport.PublishAsync(new OutgoingBytes("s", null, null, "text"u8.ToArray()), CancellationToken.None);

    private sealed class CallbackSink(Action<ReadOnlySequence<byte>> onDelivery) : IMessageSink
    {
        private readonly Waiting _waiting = new(new InMemoryFixture());
        private int _entered;
        private int _done;

        public int Entered => Volatile.Read(ref _entered);

        public int Done => Volatile.Read(ref _done);

        public void Deliver(in IncomingMessage message)
        {
            Interlocked.Increment(ref _entered);
            onDelivery(message.Payload);
            Interlocked.Increment(ref _done);
        }

        public Task WaitForEntryAsync() => _waiting.UntilAsync(() => Entered > 0, "the sink is called");

        public Task WaitForAsync(int count) => _waiting.UntilAsync(() => Done == count, $"the sink has taken {count} messages");
    }
}
