using Messaging.Codegen.Generators.Analysis;

namespace Messaging.Codegen.Generators.Tests.Analysis;

/// <summary>Holds the relations between filters against every subject of up to four tokens over a small alphabet.</summary>
public sealed class SubjectFiltersTests
{
    private static readonly string[] Subjects = [.. Sequences(["a", "b"], 4)];

    private static readonly string[] Filters =
        [.. Sequences(["a", "b", "*"], 3).SelectMany(static filter => new[] { filter, filter + ".>" }).Append(">")];

    [Fact]
    public void A_subset_matches_no_subject_that_the_other_does_not()
    {
        foreach (var narrow in Filters)
        {
            var matched = Matching(narrow);
            foreach (var wide in Filters)
            {
                Assert.True(
                    SubjectFilters.IsSubset(narrow, wide) == matched.IsSubsetOf(Matching(wide)),
                    $"IsSubset({narrow}, {wide}) is {SubjectFilters.IsSubset(narrow, wide)}");
            }
        }
    }

    [Fact]
    public void Filters_collide_when_a_subject_matches_both()
    {
        foreach (var one in Filters)
        {
            foreach (var other in Filters)
            {
                var isShared = Matching(one).Overlaps(Matching(other));
                Assert.True(SubjectFilters.Collides(one, other) == isShared, $"Collides({one}, {other}) is {!isShared}");
                Assert.Equal(SubjectFilters.Collides(one, other), SubjectFilters.Collides(other, one));
            }
        }
    }

    [Fact]
    public void A_subset_collides()
    {
        var related = from narrow in Filters from wide in Filters where SubjectFilters.IsSubset(narrow, wide) select (narrow, wide);
        Assert.All(related, static pair => Assert.True(SubjectFilters.Collides(pair.narrow, pair.wide)));
    }

    [Fact]
    public void What_is_valid_is_what_the_runtime_can_parse()
    {
        foreach (var text in Texts(['a', '.', '*', '>', ' ', '\t', '\u0001'], 5))
        {
            Assert.True(
                SubjectFilters.IsValid(text) == SubjectPattern.TryParse(text, out _),
                $"IsValid is {SubjectFilters.IsValid(text)} for \"{text}\"");
        }
    }

    /// <summary>Matching as the server documents it, token by token, with nothing of the code under test.</summary>
    private static bool Matches(string filter, string subject)
    {
        var (pattern, tokens) = (filter.Split('.'), subject.Split('.'));
        return pattern[^1] == ">"
            ? tokens.Length >= pattern.Length && pattern[..^1].Zip(tokens).All(static pair => pair.First == "*" || pair.First == pair.Second)
            : tokens.Length == pattern.Length && pattern.Zip(tokens).All(static pair => pair.First == "*" || pair.First == pair.Second);
    }

    private static HashSet<string> Matching(string filter) => [.. Subjects.Where(subject => Matches(filter, subject))];

    private static IEnumerable<string> Sequences(string[] tokens, int longest) =>
        Enumerable.Range(1, longest).SelectMany(length => Enumerable.Range(1, length - 1).Aggregate(
            (IEnumerable<string>)tokens, (prefixes, _) => prefixes.SelectMany(prefix => tokens.Select(token => prefix + "." + token))));

    private static IEnumerable<string> Texts(char[] alphabet, int longest) =>
        Enumerable.Range(0, longest + 1).SelectMany(length => Enumerable.Range(0, length).Aggregate(
            (IEnumerable<string>)[""], (prefixes, _) => prefixes.SelectMany(prefix => alphabet.Select(c => prefix + c))));
}
