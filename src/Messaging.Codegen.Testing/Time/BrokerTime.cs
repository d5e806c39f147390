namespace Messaging.Codegen.Testing;

/// <summary>The same time for the broker, whose timers are deadlines: ack waits, ages, windows, the patience of requests.</summary>
internal sealed class BrokerTime(VirtualTime time) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.Create(callback, state, dueTime, period, isDeadline: true);
}
