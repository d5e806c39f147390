namespace Messaging.Codegen.Consuming;

/// <summary>
/// What is worked on in this process, over all its consumers: lets one wait until some of it has ended, or have the floor for itself.
/// </summary>
internal sealed class WorkFloor(TimeProvider time)
{
    /// <summary>
    /// How long a delivery that is tried alone waits for the others to end, and then has the floor. Not longer: what kills a process does so at once,
    /// and one that hangs must not stop everybody.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = time;
    private readonly Lock _lock = new();
    private readonly List<UnsettledDeliveries> _consumers = [];
    private readonly SemaphoreSlim _turn = new(1);
    private TaskCompletionSource? _ended;
    private TaskCompletionSource? _free;

    /// <summary>True while one has the floor for itself: nothing else may be begun.</summary>
    public bool IsTaken => Volatile.Read(ref _free) is not null;

    /// <summary>Counts a consumer's deliveries in.</summary>
    public void Add(UnsettledDeliveries consumer)
    {
        lock (_lock)
        {
            _consumers.Add(consumer);
        }
    }

    /// <summary>Something that was begun has ended.</summary>
    public void OnEnded()
    {
        if (Volatile.Read(ref _ended) is not null)
        {
            Interlocked.Exchange(ref _ended, null)?.TrySetResult();
        }
    }

    /// <summary>Waits until a condition holds that can become true only when something ends.</summary>
    public async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Before the look at the condition, so that no end is missed.
            var ended = Next(ref _ended);
            if (condition())
            {
                return;
            }

            await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends when nobody has the floor for itself.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _free) is { } free ? free.Task.WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Takes the floor: from now on nothing else is begun, until the result is disposed of or has had it long enough.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        _ = Next(ref _free);
        return new Holder(this);
    }

    /// <summary>Waits until no more than one delivery is worked on, but not for ever.</summary>
    public async Task UntilAloneAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await UntilAsync(() => CountBegun() <= 1, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Beside whatever still runs, then.
        }
    }

    private static Task Next(ref TaskCompletionSource? place)
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref place, fresh, null) ?? fresh).Task;
    }

    private int CountBegun()
    {
        lock (_lock)
        {
            return _consumers.Sum(static consumer => consumer.Count(static delivery => delivery.IsBegun));
        }
    }

    private sealed class Holder : IDisposable
    {
        private readonly WorkFloor _floor;
        private readonly ITimer _timer;
        private int _isDisposed;

        public Holder(WorkFloor floor)
        {
            _floor = floor;
            _timer = floor._time.CreateTimer(static holder => ((Holder)holder!).Dispose(), this, 2 * Patience, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                _timer?.Dispose();
                Interlocked.Exchange(ref _floor._free, null)?.TrySetResult();
                _floor._turn.Release();
            }
        }
    }
}
