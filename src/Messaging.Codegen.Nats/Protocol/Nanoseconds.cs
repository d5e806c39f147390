namespace Messaging.Codegen.Nats.Protocol;

/// <summary>Times as the server writes them: nanoseconds.</summary>
internal static class Nanoseconds
{
    public static long From(TimeSpan time) => checked(time.Ticks * TimeSpan.NanosecondsPerTick);

    public static TimeSpan ToTimeSpan(long nanoseconds) => new(nanoseconds / TimeSpan.NanosecondsPerTick);
}
