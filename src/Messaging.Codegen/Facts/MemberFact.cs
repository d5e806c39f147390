namespace Messaging.Codegen.Facts;

/// <summary>A member in the grammar of facts, behind its key: <c>Lines [part:OrderLine]! =[]</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as <see cref="WireType"/> reads it; no blanks.</param>
/// <param name="IsRequired">True when a message without it is refused.</param>
/// <param name="Default">What an absent member is, or null when that is not told.</param>
internal sealed record MemberFact(string Name, string Type, bool IsRequired, string? Default)
{
    private const string Required = "!";
    private const string DefaultMark = "=";

    /// <summary>Reads what stands behind the key, as <see cref="ToString"/> prints it; null for anything else.</summary>
    public static MemberFact? Parse(string text)
    {
        var words = text.Split([' '], 3);
        if (words.Length < 2 || (words.Length == 3 && !words[2].StartsWith(DefaultMark, StringComparison.Ordinal)))
        {
            return null;
        }

        var isRequired = words[1].EndsWith(Required, StringComparison.Ordinal);
        return new MemberFact(
            words[0],
            isRequired ? words[1].Substring(0, words[1].Length - Required.Length) : words[1],
            isRequired,
            words.Length == 3 ? words[2].Substring(DefaultMark.Length) : null);
    }

    public override string ToString() => Name + " " + Type + (IsRequired ? Required : "") + (Default is null ? "" : " " + DefaultMark + Default);
}
