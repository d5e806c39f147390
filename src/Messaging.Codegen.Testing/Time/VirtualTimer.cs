namespace Messaging.Codegen.Testing;

/// <summary>A timer of a <see cref="VirtualTime"/>, which guards it.</summary>
internal sealed class VirtualTimer(VirtualTime time, long number, TimerCallback callback, object? state, bool isDeadline) : ITimer
{
    public static IComparer<VirtualTimer> ByDueTime { get; } = Comparer<VirtualTimer>.Create(
        static (left, right) => (left.Due, left.Number).CompareTo((right.Due, right.Number)));

    /// <summary>True when it only ends what took too long: time is not moved for its sake.</summary>
    public bool IsDeadline { get; } = isDeadline;

    public TimeSpan Due { get; set; }

    public TimeSpan Period { get; private set; }

    private long Number { get; } = number;

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Period = period;
        if (dueTime == TimeSpan.Zero)
        {
            // Due already; not inside of the call, as with any other timer.
            time.Arm(this, period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan);
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
        }
        else
        {
            time.Arm(this, dueTime);
        }

        return true;
    }

    public void Dispose() => time.Arm(this, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
