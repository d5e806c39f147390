namespace Messaging.Codegen.Facts;

/// <summary>What may stand in place of a member's, case's or number's description in a baseline, and what the rest of the line says then.</summary>
internal static class FactMarks
{
    /// <summary>It is gone for good, and its key must not be used again: <c>key 003 *RESERVED* LegacyCode i32</c>.</summary>
    public const string Reserved = "*RESERVED*";

    /// <summary>It was so in an earlier release, and stored messages may still be: <c>key 002 *WAS* Note str</c>.</summary>
    public const string Superseded = "*WAS*";

    /// <summary>The contract is no longer published: <c>message *RETIRED* event</c>.</summary>
    public const string Retired = "*RETIRED*";

    /// <summary>True for the kinds that a contract has several of, told apart by the first word of the value.</summary>
    public static bool IsNumbered(string kind) => kind is FactKinds.Key or FactKinds.Name or FactKinds.Case or FactKinds.Value;

    /// <summary>What a line is about: all lines of a head with the same slot tell of the same thing.</summary>
    public static string SlotOf(FactLine line) =>
        IsNumbered(line.Kind) && line.Words is [var number, ..] ? line.Kind + " " + number : line.Kind;

    /// <summary>The mark of a line, or null for one that says how things are.</summary>
    public static string? MarkOf(FactLine line)
    {
        var words = line.Words;
        var word = IsNumbered(line.Kind) ? words.ElementAtOrDefault(1) : words.ElementAtOrDefault(0);
        return word is Reserved or Superseded or Retired ? word : null;
    }

    /// <summary>The line with a mark in front of what it says.</summary>
    public static FactLine Mark(FactLine line, string mark)
    {
        var at = IsNumbered(line.Kind) ? line.Value.IndexOf(' ') : -1;
        var value = at < 0
            ? IsNumbered(line.Kind) ? line.Value + " " + mark : (mark + " " + line.Value).TrimEnd()
            : line.Value.Substring(0, at + 1) + mark + line.Value.Substring(at);
        return line with { Value = value };
    }

    /// <summary>The line without its mark.</summary>
    public static FactLine Unmark(FactLine line) =>
        MarkOf(line) is { } mark ? line with { Value = line.Value.Replace(mark + " ", "").Replace(" " + mark, "") } : line;
}
