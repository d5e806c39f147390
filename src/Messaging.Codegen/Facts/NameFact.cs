namespace Messaging.Codegen.Facts;

/// <summary>A member of a map in the grammar of facts: <c>"city" City str!</c>.</summary>
/// <param name="Key">What it is called on the wire.</param>
/// <param name="Member">The rest.</param>
internal sealed record NameFact(string Key, MemberFact Member)
{
    /// <summary>Reads a value as <see cref="ToString"/> prints it; null for anything else.</summary>
    public static NameFact? Parse(string value) =>
        value.Split([' '], 2) is [var quoted, var rest] && FactText.Unquote(quoted) is { } key && MemberFact.Parse(rest) is { } member
            ? new NameFact(key, member)
            : null;

    public override string ToString() => FactText.Quote(Key) + " " + Member;
}
