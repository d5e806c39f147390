using System.Buffers;
using System.Collections.Concurrent;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Testing;

/// <summary>Stands between the broker's consumer and the pipeline, in both directions.</summary>
internal sealed class TestConsumer(ConsumerDefinition definition, IMessageSink sink, Recorder recorder, ChaosOptions chaos, WorkInProgress work)
    : ITransportConsumer, IMessageSink
{
    private readonly TaskCompletionSource<ITransportConsumer> _inner = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many deliveries of a message were put off: the handler does not count them.</summary>
    private readonly ConcurrentDictionary<ulong, int> _putOff = new();

    /// <summary>How many deliveries the pipeline has beyond those that the broker made.</summary>
    private int _surplus;

    public bool IsHealthy => _inner.Task is { IsCompletedSuccessfully: true, Result.IsHealthy: true };

    public ITransportConsumer Attach(ITransportConsumer inner)
    {
        _inner.SetResult(inner);
        return this;
    }

    public void Deliver(in IncomingMessage message)
    {
        var payload = message.Payload;
        recorder.AddDelivered(message.Delivery.Stream, message.Delivery.Sequence, () => payload.ToArray());
        var delivery = new TestDelivery(
            definition.Name, message.Delivery, message.Delivery.DeliveryCount - _putOff.GetValueOrDefault(message.Delivery.Sequence));
        if (chaos.Find(ChaosKind.Delay, delivery.Target, out var fraction) is { } delay && _putOff.TryAdd(message.Delivery.Sequence, 1))
        {
            _ = PutOffAsync(delivery, TimeSpan.FromMilliseconds(1) + (delay.Duration * fraction));
            return;
        }

        Forward(message, delivery);
        if (chaos.Find(ChaosKind.Duplicate, delivery.Target, out _) is not null)
        {
            Interlocked.Increment(ref _surplus);
            Forward(message, new TestDelivery(definition.Name, delivery.Origin, delivery.Target.DeliveryCount));
        }
    }

    public void Release(int count)
    {
        var granted = 0;
        for (var i = 0; i < count; i++)
        {
            if (Interlocked.Decrement(ref _surplus) < 0)
            {
                Interlocked.Increment(ref _surplus);
                granted++;
            }
        }

        if (granted > 0)
        {
            _inner.Task.Result.Release(granted);
        }
    }

    public ValueTask AckAsync(DeliveryInfo delivery, CancellationToken cancellationToken) => SettleAsync(
        delivery,
        (inner, origin, told) => chaos.Find(ChaosKind.CrashBeforeAck, told.Target, out _) is null
            ? inner.AckAsync(origin, cancellationToken)
            : inner.NakAsync(origin, definition.AckWait, cancellationToken));

    public ValueTask NakAsync(DeliveryInfo delivery, TimeSpan delay, CancellationToken cancellationToken) =>
        SettleAsync(delivery, (inner, origin, _) => inner.NakAsync(origin, delay, cancellationToken));

    public ValueTask TerminateAsync(DeliveryInfo delivery, string reason, CancellationToken cancellationToken) =>
        SettleAsync(delivery, (inner, origin, _) => inner.TerminateAsync(origin, reason, cancellationToken));

    public ValueTask ProgressAsync(DeliveryInfo delivery, CancellationToken cancellationToken) =>
        _inner.Task.Result.ProgressAsync(((TestDelivery)delivery.AckToken).Origin, cancellationToken);

    public async ValueTask StopAsync(CancellationToken cancellationToken) =>
        await (await _inner.Task.ConfigureAwait(false)).StopAsync(cancellationToken).ConfigureAwait(false);

    public async ValueTask DisposeAsync() => await (await _inner.Task.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);

    private void Forward(in IncomingMessage message, TestDelivery delivery)
    {
        work.Begin(delivery);
        try
        {
            sink.Deliver(new IncomingMessage
            {
                Subject = message.Subject,
                Payload = message.Payload,
                Headers = message.Headers,
                Delivery = delivery.Shown,
            });
        }
        catch
        {
            work.End(delivery);
            throw;
        }
    }

    private async Task PutOffAsync(TestDelivery delivery, TimeSpan delay)
    {
        work.Begin(delivery);
        var inner = await _inner.Task.ConfigureAwait(false);
        await inner.NakAsync(delivery.Origin, delay, CancellationToken.None).ConfigureAwait(false);
        inner.Release(1);
        work.End(delivery);
    }

    private async ValueTask SettleAsync(DeliveryInfo delivery, Func<ITransportConsumer, DeliveryInfo, TestDelivery, ValueTask> settle)
    {
        var told = (TestDelivery)delivery.AckToken;
        try
        {
            await settle(await _inner.Task.ConfigureAwait(false), told.Origin, told).ConfigureAwait(false);
        }
        finally
        {
            work.End(told);
        }
    }
}
