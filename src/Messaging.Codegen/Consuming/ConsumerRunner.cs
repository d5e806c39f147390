using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// Runs one durable consumer: decodes on the transport's receive loop, hands to workers, and settles every delivery as acked, to be
/// retried, dead-lettered or quarantined.
/// </summary>
internal sealed class ConsumerRunner : IMessageSink
{
    private readonly string _system;
    private readonly ConsumerRoutes _routes;
    private readonly ConsumerCounters _counters;
    private readonly PauseSwitch _pause;
    private readonly ConsumerWorkers _workers;
    private readonly CancellationTokenSource _stopped = new();
    private readonly TaskCompletionSource<ITransportConsumer> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _progress = Task.CompletedTask;

    public ConsumerRunner(
        ConsumerDefinition definition, ConsumerRoutes routes, string system, ConsumerServices services, ConsumerCounters counters)
    {
        _system = system;
        Definition = definition;
        Services = services;
        _routes = routes;
        _counters = counters;
        _pause = new PauseSwitch(services.Time, OnResumed);
        _workers = new ConsumerWorkers(definition, system, services, new DeliverySettlement(definition, system, services, counters), _pause);
        counters.Track(_workers.Unsettled);
    }

    public ConsumerDefinition Definition { get; }

    public ConsumerServices Services { get; }

    public bool IsHealthy => _started.Task is { IsCompletedSuccessfully: true, Result.IsHealthy: true };

    /// <summary>For messages: <c>ORDERS/billing until 12:00</c>, or null while it is not paused.</summary>
    public string? DescribePause() => !_pause.IsPaused ? null : _pause.Until is { } until ? $"{Definition} until {until:u}" : Definition.ToString();

    /// <summary>Begins nothing more, and returns when nothing runs.</summary>
    public Task PauseAsync(TimeSpan? duration, CancellationToken cancellationToken)
    {
        if (_pause.Pause(duration))
        {
            Services.Log.Paused(Definition.Name, duration);
            MessagingTelemetry.CountPaused(Definition.Stream, Definition.Name, 1);
        }

        return _workers.UntilIdleAsync(cancellationToken);
    }

    /// <summary>Goes on.</summary>
    public void Resume() => _pause.Resume();

    public ConsumerStatus GetStatus(ConsumerState broker)
    {
        var working = _workers.Unsettled.Count(static delivery => delivery.IsBegun);
        return new ConsumerStatus(Definition.Stream, Definition.Name)
        {
            IsHealthy = IsHealthy,
            IsPaused = _pause.IsPaused,
            PausedUntil = _pause.Until,
            Working = working,
            Waiting = _workers.Unsettled.Count(static delivery => !delivery.IsBegun),
            Broker = broker,
        };
    }

    public void Deliver(in IncomingMessage message)
    {
        _counters.CountReceived();
        MessagingTelemetry.CountConsumed(_system, Definition.Stream, Definition.Name);
        using var activity = MessagingTelemetry.StartReceive(message, _system, Definition.Name);
        var delivery = Decode(message);
        delivery.Received = activity;
        delivery.LastSign = Services.Time.GetTimestamp();
        if (!_workers.TryAdd(delivery))
        {
            // Stopping, or a transport that delivers more than it may: for another process, or for this one later.
            _ = RefuseAsync(delivery);
        }
    }

    /// <summary>Starts.</summary>
    /// <param name="consume">Starts the deliveries: those of a transport's durable, or replays.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public async Task StartAsync(
        Func<ConsumerDefinition, IMessageSink, CancellationToken, ValueTask<ITransportConsumer>> consume, CancellationToken cancellationToken)
    {
        var consumer = await consume(Definition, this, cancellationToken).ConfigureAwait(false);
        var progress = new ProgressSignals(_workers.Unsettled, Definition.AckWait, Services.Time, Services.Log);
        _progress = progress.RunAsync(consumer, Definition.Name, _stopped.Token);
        _workers.Start(consumer);
        _started.SetResult(consumer);
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
            await StopFetchingAsync(consumer, patience).ConfigureAwait(false);
            await _workers.StopAsync(patience).ConfigureAwait(false);
            _pause.Resume();
            await _stopped.CancelAsync().ConfigureAwait(false);
            await _progress.ConfigureAwait(false);
        }
    }

    private void OnResumed()
    {
        Services.Log.Resumed(Definition.Name);
        MessagingTelemetry.CountPaused(Definition.Stream, Definition.Name, -1);
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
        if (delivery.TryBegin())
        {
            await _workers.GiveBackAsync(consumer, delivery).ConfigureAwait(false);
        }
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
}
