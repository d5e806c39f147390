using System.Globalization;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads the durations that attributes hold as text, so that nothing is parsed when the application starts.</summary>
internal static class DurationText
{
    /// <summary>What to write instead of text that is no duration.</summary>
    public const string Expected = "a positive duration such as \"500ms\", \"30s\", \"2m\", \"1h\", \"7d\" or \"00:00:30\"";

    // NATS counts in nanoseconds of 64 bits.
    private const long MaxTicks = long.MaxValue / 100;

    /// <summary>Reads a number with a unit (<c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c>) or the constant format <c>[d.]hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="text">The text; null is no duration.</param>
    /// <param name="ticks">The duration in units of 100 ns.</param>
    /// <returns>False for text that is none, for zero and less, and for what a server cannot count.</returns>
    public static bool TryParse(string? text, out long ticks)
    {
        ticks = 0;
        if (text is null)
        {
            return false;
        }

        // Without a colon the constant format would read "30" as 30 days.
        if (text.IndexOf(':') >= 0)
        {
            ticks = TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value) ? value.Ticks : 0;
        }
        else if (Unit(text) is { } unit && Number(text, unit.Suffix.Length) is { } number && number <= MaxTicks / (decimal)unit.Ticks)
        {
            ticks = (long)(number * unit.Ticks);
        }

        return ticks is > 0 and <= MaxTicks;
    }

    private static decimal? Number(string text, int suffix) =>
        decimal.TryParse(text.Substring(0, text.Length - suffix), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static (string Suffix, long Ticks)? Unit(string text)
    {
        foreach (var unit in Units)
        {
            if (text.EndsWith(unit.Suffix, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }

    // "ms" before "s": the first suffix that fits counts.
    private static readonly (string Suffix, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
        ("d", TimeSpan.TicksPerDay),
    ];
}
