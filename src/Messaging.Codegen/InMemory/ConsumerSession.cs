using System.Buffers;
using System.Threading.Channels;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>
/// One process's share of a durable consumer. Deliveries are assigned to it under the broker's lock and reach the sink on a loop of
/// its own, so that neither a publisher nor another consumer runs or waits for the sink.
/// </summary>
internal sealed class ConsumerSession : ITransportConsumer
{
    private readonly InMemoryBroker _broker;
    private readonly DurableConsumer _consumer;
    private readonly IMessageSink _sink;
    private readonly Channel<Assignment> _assigned = Channel.CreateUnbounded<Assignment>(new() { SingleReader = true });
    private readonly Task _loop;
    private int _room;
    private byte[] _scratch = [];
    private volatile SessionState _state;

    public ConsumerSession(InMemoryBroker broker, DurableConsumer consumer, IMessageSink sink, int prefetch)
    {
        _broker = broker;
        _consumer = consumer;
        _sink = sink;
        _room = prefetch;
        _loop = Task.Run(DispatchAsync);
    }

    private enum SessionState
    {
        Running,
        Stopped,
        Disposed,
    }

    public bool IsHealthy => _state == SessionState.Running;

    /// <summary>True once nothing can be said any more.</summary>
    public bool IsDisposed => _state == SessionState.Disposed;

    /// <summary>True when the sink may get another message.</summary>
    public bool HasRoom => _room > 0;

    /// <summary>Gives the sink a delivery. Called under the broker's lock.</summary>
    public void Assign(PendingDelivery delivery)
    {
        _room--;
        _assigned.Writer.TryWrite(new Assignment(delivery, delivery.Count));
    }

    public void Release(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_broker.Gate)
        {
            _room += count;
            _consumer.Pump();
        }
    }

    public ValueTask AckAsync(DeliveryInfo delivery, CancellationToken cancellationToken) =>
        Tell(delivery, static (consumer, pending, _) => consumer.Settle(pending), default, cancellationToken);

    public ValueTask NakAsync(DeliveryInfo delivery, TimeSpan delay, CancellationToken cancellationToken) =>
        Tell(delivery, static (consumer, pending, delay) => consumer.Nak(pending, delay), delay, cancellationToken);

    public ValueTask TerminateAsync(DeliveryInfo delivery, string reason, CancellationToken cancellationToken) =>
        Tell(delivery, static (consumer, pending, _) => consumer.Settle(pending), default, cancellationToken);

    public ValueTask ProgressAsync(DeliveryInfo delivery, CancellationToken cancellationToken) =>
        Tell(delivery, static (consumer, pending, _) => consumer.Progress(pending), default, cancellationToken);

    public async ValueTask StopAsync(CancellationToken cancellationToken)
    {
        Leave(SessionState.Stopped);
        await _loop.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None).ConfigureAwait(false);
        await KillAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// The process dies: nothing is given back, and it can say nothing more. What it had comes again after the ack wait.
    /// </summary>
    /// <returns>Ends when the sink has returned from the call that it may be in.</returns>
    public Task KillAsync()
    {
        Leave(SessionState.Disposed);
        return _loop;
    }

    private void Leave(SessionState state)
    {
        lock (_broker.Gate)
        {
            _state = _state < state ? state : _state;
            _consumer.Detach(this);
            _assigned.Writer.TryComplete();
        }
    }

    private ValueTask Tell(DeliveryInfo delivery, Action<DurableConsumer, PendingDelivery, TimeSpan> tell, TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (delivery.AckToken is not PendingDelivery pending || pending.Owner != _consumer)
        {
            throw new ArgumentException($"The delivery is not one of the consumer '{_consumer.Definition}'.", nameof(delivery));
        }

        lock (_broker.Gate)
        {
            ObjectDisposedException.ThrowIf(_state == SessionState.Disposed, this);
            tell(_consumer, pending, delay);
        }

        return ValueTask.CompletedTask;
    }

    private async Task DispatchAsync()
    {
        await foreach (var (delivery, count) in _assigned.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            switch (_state)
            {
                case SessionState.Running:
                    Deliver(delivery, count);
                    break;
                case SessionState.Stopped:
                    lock (_broker.Gate)
                    {
                        _consumer.TakeBack(delivery, count);
                    }

                    break;
                case SessionState.Disposed:
                    break;
            }
        }
    }

    private void Deliver(PendingDelivery delivery, int count)
    {
        var entry = delivery.Entry;
        try
        {
            _sink.Deliver(new IncomingMessage
            {
                Subject = entry.Message.Subject,
                Payload = Lend(entry.Message.Payload),
                Headers = entry.Message.ParseHeaders(),
                Delivery = new DeliveryInfo(_consumer.Definition.Stream, entry.Sequence, count, entry.Timestamp, delivery),
            });
        }
#pragma warning disable CA1031 // A sink must not throw. One that does has not taken the message: it comes again after the ack wait.
        catch (Exception)
#pragma warning restore CA1031
        {
            Release(1);
        }

        // The payload was lent for the call: a sink that keeps it shall notice here and not first on another transport.
        _scratch.AsSpan(0, entry.Message.Payload.Length).Clear();
    }

    private ReadOnlySequence<byte> Lend(byte[] payload)
    {
        if (_scratch.Length < payload.Length)
        {
            _scratch = new byte[Math.Max(payload.Length, 2 * _scratch.Length)];
        }

        payload.CopyTo(_scratch, 0);
        return new ReadOnlySequence<byte>(_scratch, 0, payload.Length);
    }

    private readonly record struct Assignment(PendingDelivery Delivery, int Count);
}
