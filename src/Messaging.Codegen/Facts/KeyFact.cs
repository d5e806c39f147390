using System.Globalization;

namespace Messaging.Codegen.Facts;

/// <summary>A member of an array in the grammar of facts: <c>003 Lines [part:OrderLine]! =[]</c>.</summary>
/// <param name="Number">Its key, not negative.</param>
/// <param name="Member">The rest.</param>
internal sealed record KeyFact(int Number, MemberFact Member)
{
    /// <summary>Reads a value as <see cref="ToString"/> prints it; null for anything else.</summary>
    public static KeyFact? Parse(string value) =>
        value.Split([' '], 2) is [var key, var rest]
        && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && MemberFact.Parse(rest) is { } member
            ? new KeyFact(number, member)
            : null;

    public override string ToString() => Number.ToString("D3", CultureInfo.InvariantCulture) + " " + Member;
}
