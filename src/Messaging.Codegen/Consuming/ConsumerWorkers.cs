using System.Runtime.CompilerServices;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// The workers of one consumer. A delivery is begun once: by a worker, or by the stop that gives back what was not begun. One of a partition
/// stays here until it is settled for good, kept alive by progress signals while it waits for its next try.
/// </summary>
internal sealed class ConsumerWorkers(
    ConsumerDefinition definition, string system, ConsumerServices services, DeliverySettlement settlement, PauseSwitch pause)
{
    /// <summary>How long handlers may go on that do not heed their token after the patience of the host has ended.</summary>
    private static readonly TimeSpan LastGrace = TimeSpan.FromSeconds(5);

    private readonly WorkQueue _queue = new(definition.Prefetch + definition.Concurrency);
    private readonly WorkGate _gate = new(definition, services, settlement, pause);
    private readonly CancellationTokenSource _handlersCancelled = new();
    private ITransportConsumer? _consumer;
    private Task[] _workers = [];

    /// <summary>What is here and not settled.</summary>
    public UnsettledDeliveries Unsettled { get; } = new();

    private ITransportConsumer Consumer => _consumer!;

    /// <summary>Ends when nothing is worked on, unless it is begun anew.</summary>
    public Task UntilIdleAsync(CancellationToken cancellationToken) =>
        services.Floor.UntilAsync(() => Unsettled.Count(static delivery => delivery.IsBegun) == 0, cancellationToken);

    /// <summary>Takes a delivery.</summary>
    /// <returns>False when it has to be given back.</returns>
    public bool TryAdd(Delivery delivery)
    {
        Unsettled.Add(delivery);
        return _queue.TryAdd(delivery);
    }

    public void Start(ITransportConsumer consumer)
    {
        _consumer = consumer;
        services.Floor.Add(Unsettled);
        var collector = definition.BatchSize is { } size ? new BatchCollector(_queue.Ready, size, definition.BatchWait, services.Time) : null;
        Func<Task> work = collector is null ? WorkAsync : () => WorkOnBatchesAsync(collector);
        _workers = [.. Enumerable.Range(0, definition.Concurrency).Select(_ => Task.Run(work, CancellationToken.None))];
    }

    /// <summary>
    /// Gives back what was not begun and finishes what runs. When <paramref name="patience"/> ends, running handlers are cancelled; those that do
    /// not heed it are left, and their messages come again.
    /// </summary>
    public async Task StopAsync(CancellationToken patience)
    {
        // Before the queue ends: a batch that is being filled would take its end for its own, and begin.
        await _gate.CloseAsync().ConfigureAwait(false);
        _queue.Complete();

        // A partition keeps its order: what waits in it goes back after what runs in it.
        await GiveBackAsync(static delivery => delivery.Partition is null && delivery.TryBegin()).ConfigureAwait(false);
        var work = Task.WhenAll(_workers);
        var registration = patience.Register(static source => ((CancellationTokenSource)source!).Cancel(), _handlersCancelled);
        await using (registration.ConfigureAwait(false))
        {
            var left = await EndsAsync(work, patience).ConfigureAwait(false) ? 0 : Unsettled.Count(static delivery => delivery.IsBegun);
            if (left > 0)
            {
                services.Log.HandlersLeft(definition.Name, left);
            }
        }

        await GiveBackAsync(static delivery => delivery.TryBegin()).ConfigureAwait(false);
    }

    /// <summary>Gives one delivery back that was not begun.</summary>
    public async Task GiveBackAsync(ITransportConsumer consumer, Delivery delivery)
    {
        try
        {
            await settlement.GiveBackAsync(consumer, delivery).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            services.Log.SettlementFailed(definition.Name, delivery.Sequence, e);
        }

        await DisposeAsync(delivery).ConfigureAwait(false);
    }

    /// <returns>False when the work goes on though it was cancelled.</returns>
    private async Task<bool> EndsAsync(Task work, CancellationToken patience)
    {
        try
        {
            await work.WaitAsync(patience).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // The host's patience is of this clock too, whatever clock the service has.
            return await Task.WhenAny(work, Task.Delay(LastGrace, CancellationToken.None)).ConfigureAwait(false) == work;
        }
    }

    private async Task GiveBackAsync(Func<Delivery, bool> take)
    {
        foreach (var waiting in Unsettled.Take(take).OrderBy(static delivery => delivery.Sequence))
        {
            await GiveBackAsync(Consumer, waiting).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var delivery in _queue.Ready.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (await _gate.BeginAsync(delivery).ConfigureAwait(false))
            {
                await ProcessAsync(delivery).ConfigureAwait(false);
            }
        }
    }

    private async Task WorkOnBatchesAsync(BatchCollector collector)
    {
        while (await collector.CollectAsync(_gate.Closed).ConfigureAwait(false) is { Count: > 0 } collected)
        {
            if (await _gate.BeginAllAsync(collected).ConfigureAwait(false) is { Count: > 0 } begun)
            {
                await ProcessBatchAsync(begun).ConfigureAwait(false);
            }
        }
    }

    private async Task ProcessBatchAsync(List<Delivery> begun)
    {
        var batch = begun[0].NewBatch(begun.Count);
        foreach (var delivery in begun)
        {
            delivery.Batch = batch;
        }

        var work = begun.ConvertAll(delivery => ProcessAsync(delivery).AsTask());
        if (batch is not null)
        {
            await batch.RunAsync(system, _handlersCancelled.Token).ConfigureAwait(false);
        }

        await Task.WhenAll(work).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ProcessAsync(Delivery delivery)
    {
        // One that may stay for its next tries counts as fetched until it is settled: that bounds how many there are.
        if (delivery.Partition is null)
        {
            Consumer.Release(1);
        }

        try
        {
            await settlement.ProcessAsync(Consumer, delivery, _handlersCancelled.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Not settled: the broker redelivers it after the ack wait.
            services.Log.SettlementFailed(definition.Name, delivery.Sequence, e);
        }

        delivery.Batch?.Leave(delivery);
        if (delivery.Floor is { } floor)
        {
            floor.Dispose();
            delivery.Floor = null;
        }

        if (delivery.RetryDelay is { } delay)
        {
            await RetryLaterAsync(delivery, delay).ConfigureAwait(false);
        }
        else
        {
            await EndAsync(delivery).ConfigureAwait(false);
        }
    }

    private async ValueTask RetryLaterAsync(Delivery delivery, TimeSpan delay)
    {
        await TryAsync(delivery, static delivery => delivery.RestartAsync()).ConfigureAwait(false);
        delivery.Rest();
        services.Floor.OnEnded();
        _ = WaitAsync();

        async Task WaitAsync()
        {
            try
            {
                await Task.Delay(delay, services.Time, _gate.Closed).ConfigureAwait(false);
                _queue.AddAgain(delivery);
            }
            catch (OperationCanceledException)
            {
                // The stop gives it back.
            }
        }
    }

    private async ValueTask EndAsync(Delivery delivery)
    {
        if (delivery.Partition is not null)
        {
            _queue.Leave(delivery);
            Consumer.Release(1);
        }

        await DisposeAsync(delivery).ConfigureAwait(false);
    }

    private ValueTask DisposeAsync(Delivery delivery)
    {
        Unsettled.Remove(delivery);
        services.Floor.OnEnded();
        return TryAsync(delivery, static delivery => delivery.DisposeAsync());
    }

    private async ValueTask TryAsync(Delivery delivery, Func<Delivery, ValueTask> dispose)
    {
        try
        {
            await dispose(delivery).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            services.Log.ScopeDisposalFailed(definition.Name, delivery.Sequence, e);
        }
    }
}
