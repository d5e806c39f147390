namespace Messaging.Codegen.Consuming;

/// <summary>Stops the workers of a consumer and lets them go on, by hand or at a time.</summary>
internal sealed class PauseSwitch(TimeProvider time, Action onResumed)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _resumed;
    private ITimer? _timer;

    /// <summary>True while nothing may be begun.</summary>
    public bool IsPaused => Volatile.Read(ref _resumed) is not null;

    /// <summary>When it goes on by itself; null while it is not paused, and when only a call lets it go on.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Pauses, or changes how long a pause lasts.</summary>
    /// <param name="duration">How long; null means until <see cref="Resume"/>.</param>
    /// <returns>False when it was paused already.</returns>
    public bool Pause(TimeSpan? duration)
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = duration is { } length
                ? time.CreateTimer(static state => ((PauseSwitch)state!).Resume(), this, length, Timeout.InfiniteTimeSpan)
                : null;
            Until = duration is null ? null : time.GetUtcNow() + duration;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return Interlocked.CompareExchange(ref _resumed, fresh, null) is null;
        }
    }

    /// <summary>Lets the workers go on. Does nothing when they do.</summary>
    public void Resume()
    {
        TaskCompletionSource? resumed;
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            Until = null;
            resumed = Interlocked.Exchange(ref _resumed, null);
        }

        if (resumed is not null)
        {
            onResumed();
            resumed.SetResult();
        }
    }

    /// <summary>Ends when nothing is paused.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _resumed) is { } resumed ? resumed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
}
