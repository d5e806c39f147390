namespace Messaging.Codegen.Testing;

/// <summary>
/// A clock that stands still until it is moved. Timers that become due run one after the other, in the order of their times, on the thread
/// that moves it.
/// </summary>
/// <param name="start">The wall clock at first, UTC.</param>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _moving = new();
    private readonly Lock _gate = new();
    private readonly SortedSet<VirtualTimer> _armed = new(VirtualTimer.ByDueTime);
    private TimeSpan _elapsed;
    private long _lastNumber;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>
    /// When the next timer is due, as time from now, if somebody waits for time to pass; else null. Deadlines and what repeats for ever do not
    /// count as waiting.
    /// </summary>
    internal TimeSpan? NextTimer
    {
        get
        {
            lock (_gate)
            {
                return _armed.Any(static timer => !timer.IsDeadline && timer.Period <= TimeSpan.Zero)
                    ? _armed.First(static timer => !timer.IsDeadline).Due - _elapsed
                    : null;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return start + _elapsed;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsed.Ticks;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Create(callback, state, dueTime, period, isDeadline: false);

    /// <summary>Moves the clock.</summary>
    /// <param name="time">How far; zero or more.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        lock (_moving)
        {
            TimeSpan end;
            lock (_gate)
            {
                end = _elapsed + time;
            }

            while (TakeDue(end) is { } timer)
            {
                timer.Fire();
            }

            lock (_gate)
            {
                _elapsed = end;
            }
        }
    }

    internal VirtualTimer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, bool isDeadline)
    {
        var timer = new VirtualTimer(this, Interlocked.Increment(ref _lastNumber), callback, state, isDeadline);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Arms a timer anew.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="dueTime">From now; infinite disarms it.</param>
    internal void Arm(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _elapsed + dueTime;
                _armed.Add(timer);
            }
        }
    }

    private VirtualTimer? TakeDue(TimeSpan end)
    {
        lock (_gate)
        {
            if (_armed.Min is not { } timer || timer.Due > end)
            {
                return null;
            }

            _armed.Remove(timer);
            _elapsed = timer.Due > _elapsed ? timer.Due : _elapsed;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.Due = _elapsed + timer.Period;
                _armed.Add(timer);
            }

            return timer;
        }
    }
}
