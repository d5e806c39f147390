using System.Globalization;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints durations, as code and as text.</summary>
internal static class Durations
{
    private static readonly (long Ticks, string Factory)[] Units =
    [
        (TimeSpan.TicksPerDay, "FromDays"),
        (TimeSpan.TicksPerHour, "FromHours"),
        (TimeSpan.TicksPerMinute, "FromMinutes"),
        (TimeSpan.TicksPerSecond, "FromSeconds"),
        (TimeSpan.TicksPerMillisecond, "FromMilliseconds"),
        (1, "FromTicks"),
    ];

    /// <summary>The expression in the largest unit that leaves no rest, for example <c>global::System.TimeSpan.FromSeconds(30)</c>.</summary>
    /// <param name="ticks">The duration in units of 100 ns.</param>
    public static string Code(long ticks)
    {
        var unit = Array.Find(Units, unit => ticks % unit.Ticks == 0);
        return $"global::System.TimeSpan.{unit.Factory}({Identifiers.Literal(ticks / unit.Ticks)})";
    }

    /// <summary>The constant format, for example <c>00:00:30</c>.</summary>
    /// <param name="ticks">The duration in units of 100 ns.</param>
    public static string Text(long ticks) => TimeSpan.FromTicks(ticks).ToString("c", CultureInfo.InvariantCulture);
}
