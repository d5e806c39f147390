namespace Messaging.Codegen.Tests.Subjects;

/// <summary>
/// All filters of up to three tokens and all subjects of up to four over a small alphabet: enough for every way in which two
/// filters can relate. <c>z</c> stands in no filter, so that a wildcard is told from the literals.
/// </summary>
internal static class SmallSubjects
{
    public static IReadOnlyList<string> Concrete { get; } = [.. Combine(["a", "b", "z"], 4)];

    public static IReadOnlyList<SubjectPattern> Patterns { get; } =
        [.. Combine(["a", "b", "*", ">"], 3).Where(text => text.IndexOf('>') is var at && (at < 0 || at == text.Length - 1)).Select(SubjectPattern.Parse)];

    /// <summary>Each filter with the subjects that pass it.</summary>
    public static IReadOnlyList<(SubjectPattern Pattern, HashSet<string> Subjects)> Passing { get; } =
        [.. Patterns.Select(pattern => (pattern, Concrete.Where(subject => MatchesByDefinition(pattern.Value, subject)).ToHashSet()))];

    /// <summary>The definition, spelled out slowly.</summary>
    public static bool MatchesByDefinition(string pattern, string subject)
    {
        var filter = pattern.Split('.');
        var tokens = subject.Split('.');
        var exact = filter[^1] == ">" ? filter[..^1] : filter;
        return (exact.Length == filter.Length ? tokens.Length == exact.Length : tokens.Length > exact.Length)
            && exact.Zip(tokens).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    private static IEnumerable<string> Combine(string[] alphabet, int length)
    {
        IEnumerable<string> layer = alphabet;
        for (var i = 1; ; i++)
        {
            foreach (var text in layer)
            {
                yield return text;
            }

            if (i == length)
            {
                yield break;
            }

            layer = [.. layer.SelectMany(_ => alphabet, (text, token) => $"{text}.{token}")];
        }
    }
}
