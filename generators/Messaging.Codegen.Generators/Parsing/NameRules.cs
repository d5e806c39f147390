namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Names of streams and consumers. They become tokens of the server's own subjects, so a wrong one gets no answer at all.</summary>
internal static class NameRules
{
    private const int MaxLength = 255;

    /// <summary>What is wrong with a name, or null when nothing is.</summary>
    public static string? FindError(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return "it must have 1 to 255 characters";
        }

        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
            {
                var shown = char.IsControl(c) || char.IsWhiteSpace(c) ? "white space" : $"'{c}'";
                return $"only letters, digits, '-' and '_' are allowed, not {shown}";
            }
        }

        return null;
    }
}
