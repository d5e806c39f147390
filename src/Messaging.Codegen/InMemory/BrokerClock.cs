namespace Messaging.Codegen.InMemory;

/// <summary>
/// The broker's time and its one timer, which is armed for the next deadline that anything waits for and for nothing otherwise.
/// Guarded by the broker's lock, except for the tick itself.
/// </summary>
internal sealed class BrokerClock : IDisposable
{
    /// <summary>The longest wait that a timer takes; what lies further off is looked at again then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Never zero: a clock under a test's control would then tick inside of the call that arms it.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;
    private TimeSpan _armedFor = TimeSpan.MaxValue;

    /// <summary>Makes a clock whose timer is not armed.</summary>
    /// <param name="time">The time.</param>
    /// <param name="tick">Called when a deadline may have passed, on whatever thread the timer runs on.</param>
    public BrokerClock(TimeProvider time, Action tick)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((Action)state!)(), tick, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time since the broker was made; immune to changes of the wall clock.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>The wall clock, UTC.</summary>
    public DateTimeOffset UtcNow => _time.GetUtcNow();

    /// <summary>Makes sure that the timer fires at <paramref name="deadline"/> or before.</summary>
    /// <param name="deadline">The deadline, on the scale of <see cref="Now"/>; null means that there is none.</param>
    public void Arm(TimeSpan? deadline)
    {
        if (deadline is not { } due || due >= _armedFor)
        {
            return;
        }

        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((due - Now).TotalMilliseconds));
        wait = wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;
        _armedFor = due;
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Forgets what the timer was armed for; called by the tick, which arms it anew.</summary>
    public void Fired() => _armedFor = TimeSpan.MaxValue;

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
