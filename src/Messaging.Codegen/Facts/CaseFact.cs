using System.Globalization;

namespace Messaging.Codegen.Facts;

/// <summary>A case of a union in the grammar of facts: <c>001 part:Transfer</c>.</summary>
/// <param name="Tag">The number on the wire.</param>
/// <param name="Type">The case's type.</param>
internal sealed record CaseFact(int Tag, string Type)
{
    /// <summary>Reads a value as <see cref="ToString"/> prints it; null for anything else.</summary>
    public static CaseFact? Parse(string value) =>
        value.Split(' ') is [var tag, var type] && int.TryParse(tag, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new CaseFact(number, type)
            : null;

    public override string ToString() => Tag.ToString("D3", CultureInfo.InvariantCulture) + " " + Type;
}
