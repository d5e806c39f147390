using System.Threading.Channels;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// Runs one durable consumer: decodes on the transport's receive loop, buffers, hands to workers, and settles every delivery as
/// acked, to be retried, dead-lettered or quarantined.
/// </summary>
internal sealed class ConsumerRunner : IMessageSink
{
    private readonly string _system;
    private readonly ConsumerRoutes _routes;
    private readonly ConsumerCounters _counters;
    private readonly Channel<Delivery> _buffer;
    private readonly UnsettledDeliveries _unsettled = new();
    private readonly CancellationTokenSource _handlersCancelled = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly TaskCompletionSource<ITransportConsumer> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DeliverySettlement _settlement;
    private Task[] _workers = [];
    private Task _progress = Task.CompletedTask;

    public ConsumerRunner(
        ConsumerDefinition definition, ConsumerRoutes routes, string system, ConsumerServices services, ConsumerCounters counters)
    {
        _system = system;
        Definition = definition;
        Services = services;
        _routes = routes;
        _counters = counters;
        _settlement = new DeliverySettlement(definition, system, services, counters);

        // The transport never has more than Prefetch unreleased messages out, so the bound is never met; it is a bound nevertheless.
        _buffer = Channel.CreateBounded<Delivery>(new BoundedChannelOptions(definition.Prefetch + definition.Concurrency)
        {
            SingleWriter = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
    }

    public ConsumerDefinition Definition { get; }

    public ConsumerServices Services { get; }

    public bool IsHealthy => _started.Task is { IsCompletedSuccessfully: true, Result.IsHealthy: true };

    public void Deliver(in IncomingMessage message)
    {
        _counters.CountReceived();
        MessagingTelemetry.CountConsumed(_system, Definition.Stream, Definition.Name);
        var delivery = Decode(message);
        delivery.LastSign = Services.Time.GetTimestamp();
        _unsettled.Add(delivery);
        if (!_buffer.Writer.TryWrite(delivery))
        {
            // Stopping, or a transport that delivers more than it may: for another process, or for this one later.
            _ = RefuseAsync(delivery);
        }
    }

    public async Task StartAsync(ITransport transport, CancellationToken cancellationToken)
    {
        var consumer = await transport.ConsumeAsync(Definition, this, cancellationToken).ConfigureAwait(false);
        _started.SetResult(consumer);
        var progress = new ProgressSignals(_unsettled, Definition.AckWait, Services.Time, Services.Log);
        _progress = progress.RunAsync(consumer, Definition.Name, _stopped.Token);
        _workers = [.. Enumerable.Range(0, Definition.Concurrency).Select(_ => Task.Run(() => WorkAsync(consumer), CancellationToken.None))];
    }

    /// <summary>Stops fetching, finishes what runs, gives back what only waited. When <paramref name="patience"/> ends, running handlers are cancelled.</summary>
    public async Task StopAsync(CancellationToken patience)
    {
        if (!_started.Task.IsCompletedSuccessfully)
        {
            return;
        }

        var consumer = _started.Task.Result;
        await using (consumer.ConfigureAwait(false))
        {
            var registration = patience.Register(static source => ((CancellationTokenSource)source!).Cancel(), _handlersCancelled);
            await using (registration.ConfigureAwait(false))
            {
                await StopFetchingAsync(consumer, patience).ConfigureAwait(false);
                _buffer.Writer.TryComplete();
                while (_buffer.Reader.TryRead(out var waiting))
                {
                    await GiveBackAsync(consumer, waiting).ConfigureAwait(false);
                }

                await Task.WhenAll(_workers).ConfigureAwait(false);
            }

            await _stopped.CancelAsync().ConfigureAwait(false);
            await _progress.ConfigureAwait(false);
        }
    }

    private async Task StopFetchingAsync(ITransportConsumer consumer, CancellationToken patience)
    {
        try
        {
            await consumer.StopAsync(patience).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // What still arrives is refused, and comes again.
            Services.Log.StopFailed(Definition.Name, e);
        }
    }

    private async Task RefuseAsync(Delivery delivery)
    {
        Services.Log.DeliveryRefused(Definition.Name, delivery.Sequence);
        var consumer = await _started.Task.ConfigureAwait(false);
        consumer.Release(1);
        await GiveBackAsync(consumer, delivery).ConfigureAwait(false);
    }

    private async Task GiveBackAsync(ITransportConsumer consumer, Delivery delivery)
    {
        try
        {
            await _settlement.GiveBackAsync(consumer, delivery).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Services.Log.SettlementFailed(Definition.Name, delivery.Sequence, e);
        }

        await SettledAsync(delivery).ConfigureAwait(false);
    }

    private Delivery Decode(in IncomingMessage message)
    {
        var routes = _routes.Find(message.Subject);
        if (routes.Length == 0)
        {
            return new DefectiveDelivery(this, message, $"No handler of consumer '{Definition.Name}' is routed for the subject '{message.Subject}'.")
            {
                IsUnwanted = _routes.AreNarrowerThanTheConsumer,
            };
        }

        try
        {
            return routes[0].Decode(this, message, routes);
        }
        catch (Exception e)
        {
            return new DefectiveDelivery(this, message, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task WorkAsync(ITransportConsumer consumer)
    {
        await foreach (var delivery in _buffer.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            consumer.Release(1);
            try
            {
                await _settlement.ProcessAsync(consumer, delivery, _handlersCancelled.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // Not settled: the broker redelivers it after the ack wait.
                Services.Log.SettlementFailed(Definition.Name, delivery.Sequence, e);
            }

            await SettledAsync(delivery).ConfigureAwait(false);
        }
    }

    private async ValueTask SettledAsync(Delivery delivery)
    {
        _unsettled.Remove(delivery);
        try
        {
            await delivery.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Services.Log.ScopeDisposalFailed(Definition.Name, delivery.Sequence, e);
        }
    }
}
