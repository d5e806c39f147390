using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// Where the messages of a batch meet. Each travels its own way through content filter, idempotency and filters, and waits here for the
/// handler that all of them share; its way goes on with its own outcome.
/// </summary>
internal abstract class Gathering
{
    /// <summary>A message came to the handler.</summary>
    /// <returns>Ends as it does.</returns>
    public abstract Task ArriveAsync(Delivery delivery);

    /// <summary>A message ended its way. Does nothing for one that arrived.</summary>
    public abstract void Leave(Delivery delivery);

    /// <summary>Runs the handler once it is known which messages arrive, and tells each of them its outcome. Never throws.</summary>
    public abstract Task RunAsync(string system, CancellationToken cancellationToken);
}

/// <summary>The meeting of messages of one contract.</summary>
/// <param name="expected">How many messages are under way.</param>
/// <param name="handler">What they share.</param>
/// <param name="services">Makes their scope.</param>
internal sealed class Gathering<T>(int expected, BatchHandler<T> handler, ConsumerServices services) : Gathering
    where T : IMessage<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Delivery, TaskCompletionSource> _arrived = [];
    private readonly TaskCompletionSource _isComplete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = expected;

    public override Task ArriveAsync(Delivery delivery)
    {
        var outcome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            // A filter, or a store that was away, may call the handler again.
            if (_arrived.TryGetValue(delivery, out var earlier))
            {
                return earlier.Task;
            }

            _arrived.Add(delivery, outcome);
        }

        CountDown();
        return outcome.Task;
    }

    public override void Leave(Delivery delivery)
    {
        lock (_lock)
        {
            if (_arrived.ContainsKey(delivery))
            {
                return;
            }
        }

        CountDown();
    }

    public override async Task RunAsync(string system, CancellationToken cancellationToken)
    {
        await _isComplete.Task.ConfigureAwait(false);
        var deliveries = _arrived.Keys.Cast<Delivery<T>>().OrderBy(static delivery => delivery.Sequence).ToArray();
        if (deliveries.Length > 0 && await TryAsync(deliveries, system, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            await RunAloneAsync(deliveries, system, failure, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One bad message must not take its neighbours along: each shows for itself whether it fails.</summary>
    private async Task RunAloneAsync(Delivery<T>[] deliveries, string system, Exception failure, CancellationToken cancellationToken)
    {
        if (deliveries.Length == 1 || cancellationToken.IsCancellationRequested)
        {
            foreach (var delivery in deliveries)
            {
                _arrived[delivery].SetException(failure);
            }

            return;
        }

        services.Log.BatchFailed(deliveries[0].Consumer, deliveries.Length, failure);
        foreach (var delivery in deliveries)
        {
            if (await RestartAsync(delivery).ConfigureAwait(false) is { } unready)
            {
                _arrived[delivery].SetException(unready);
            }
            else if (await TryAsync([delivery], system, cancellationToken).ConfigureAwait(false) is { } own)
            {
                _arrived[delivery].SetException(own);
            }
        }
    }

    /// <summary>Runs the handler. When it returns, every message has its outcome.</summary>
    /// <returns>What it threw, or null.</returns>
    private async Task<Exception?> TryAsync(Delivery<T>[] deliveries, string system, CancellationToken cancellationToken)
    {
        var scope = new LazyScope(services.Scopes);
        var context = new BatchContext(deliveries, () => scope.Services);
        using var activity = MessagingTelemetry.StartBatch(deliveries, system);
        try
        {
            await handler(Array.ConvertAll(deliveries, static delivery => delivery.Message), context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            MessagingTelemetry.Failed(activity, e);
            return e;
        }
        finally
        {
            await DisposeAsync(scope, deliveries[0]).ConfigureAwait(false);
        }

        for (var i = 0; i < deliveries.Length; i++)
        {
            var outcome = _arrived[deliveries[i]];
            if (context.FailureOf(i) is { } failure)
            {
                outcome.SetException(failure);
            }
            else
            {
                outcome.SetResult();
            }
        }

        return null;
    }

    private static async Task<Exception?> RestartAsync(Delivery delivery)
    {
        try
        {
            await delivery.RestartAsync().ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private async Task DisposeAsync(LazyScope scope, Delivery first)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            services.Log.ScopeDisposalFailed(first.Consumer, first.Sequence, e);
        }
    }

    private void CountDown()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _isComplete.SetResult();
        }
    }
}
