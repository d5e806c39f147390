using System.Globalization;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads the rates that attributes hold as text: a number of messages, a slash and a duration, whose number may be left out when it is 1.</summary>
internal static class RateText
{
    /// <summary>What to write instead of text that is no rate.</summary>
    public const string Expected = "a rate such as \"100/s\", \"5/10s\" or \"1000/m\", of 1000000 messages and one day at most";

    // The runtime remembers when each of so many messages began.
    private const int MaxMessages = 1_000_000;

    /// <summary>Reads <c>100/s</c> or <c>5/10s</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="messages">How many messages.</param>
    /// <param name="ticks">In how long, in units of 100 ns.</param>
    /// <returns>False for text that is no rate, and for rates out of range.</returns>
    public static bool TryParse(string text, out int messages, out long ticks)
    {
        messages = 0;
        ticks = 0;
        var slash = text.IndexOf('/');
        if (slash <= 0 || slash == text.Length - 1)
        {
            return false;
        }

        var period = text.Substring(slash + 1);
        return int.TryParse(text.Substring(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out messages)
            && messages is > 0 and <= MaxMessages
            && DurationText.TryParse(char.IsLetter(period[0]) ? "1" + period : period, out ticks)
            && ticks <= TimeSpan.TicksPerDay;
    }
}
