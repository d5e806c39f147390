namespace Messaging.Codegen.Tests.InMemory;

/// <summary>Tells a test which timers are armed, and lets the wall clock go wrong.</summary>
internal sealed class RecordingTimeProvider(TimeProvider inner) : TimeProvider
{
    private readonly List<RecordingTimer> _timers = [];

    public override long TimestampFrequency => inner.TimestampFrequency;

    public int Created => _timers.Count;

    public bool IsArmed => _timers.Exists(timer => timer.IsArmed);

    public TimeSpan WallClockOffset { get; set; }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + WallClockOffset;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new RecordingTimer { IsArmed = dueTime != Timeout.InfiniteTimeSpan };
        timer.Inner = inner.CreateTimer(
            _ =>
            {
                timer.IsArmed = false;
                callback(state);
            },
            null,
            dueTime,
            period);
        _timers.Add(timer);
        return timer;
    }

    private sealed class RecordingTimer : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public bool IsArmed { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            IsArmed = dueTime != Timeout.InfiniteTimeSpan;
            return Inner.Change(dueTime, period);
        }

        public void Dispose() => Inner.Dispose();

        public ValueTask DisposeAsync() => Inner.DisposeAsync();
    }
}
