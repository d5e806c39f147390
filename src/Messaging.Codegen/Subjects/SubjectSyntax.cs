namespace Messaging.Codegen;

/// <summary>What makes text a subject or a subject filter.</summary>
internal static class SubjectSyntax
{
    /// <summary>What is wrong with a filter, or null when nothing is.</summary>
    /// <param name="filter">The filter.</param>
    public static string? FindError(string filter)
    {
        if (filter.Length == 0)
        {
            return "A subject must not be empty.";
        }

        for (var start = 0; start <= filter.Length;)
        {
            var dot = filter.IndexOf('.', start);
            var end = dot < 0 ? filter.Length : dot;
            if (FindTokenError(filter, start, end) is { } error)
            {
                return error;
            }

            start = end + 1;
        }

        return null;
    }

    /// <summary>What is wrong with a subject that a message is published on, or null when nothing is.</summary>
    /// <param name="subject">The subject.</param>
    public static string? FindConcreteError(string subject) =>
        FindError(subject)
            ?? (subject.AsSpan().IndexOfAny('*', '>') is var at and >= 0
                ? $"The subject '{subject}' contains the wildcard '{subject[at]}' at position {at}: a message needs a concrete subject."
                : null);

    private static string? FindTokenError(string filter, int start, int end)
    {
        if (start == end)
        {
            return $"The subject '{Printable(filter)}' has an empty token at position {start}: every dot stands between two tokens.";
        }

        for (var i = start; i < end; i++)
        {
            var c = filter[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return $"The subject '{Printable(filter)}' contains the character U+{(int)c:X4} at position {i}: white space and control characters are not allowed.";
            }

            if (c is '*' or '>')
            {
                if (end - start > 1)
                {
                    return $"The subject '{Printable(filter)}' contains '{c}' at position {i} inside a token: a wildcard is a token of its own.";
                }

                if (c == '>' && end != filter.Length)
                {
                    return $"The subject '{Printable(filter)}' goes on after '>' at position {i}: it may only be the last token.";
                }
            }
        }

        return null;
    }

    private static string Printable(string value) =>
        string.Create(value.Length, value, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
            }
        });
}
