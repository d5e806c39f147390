namespace Messaging.Codegen.Tests.Subjects;

public class SubjectPatternTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(".", "empty token at position 0")]
    [InlineData("a..b", "empty token at position 2")]
    [InlineData(".a", "empty token at position 0")]
    [InlineData("a.", "empty token at position 2")]
    [InlineData("a b", "U+0020 at position 1")]
    [InlineData("a.\r\n", "U+000D at position 2")]
    [InlineData("a.b\0", "U+0000 at position 3")]
    [InlineData("a.b*", "'*' at position 3 inside a token")]
    [InlineData("a.>b", "'>' at position 2 inside a token")]
    [InlineData(">.a", "after '>' at position 0")]
    [InlineData("a.>.b", "after '>' at position 2")]
    public void Text_that_is_no_filter_is_refused_with_the_reason(string text, string reason)
    {
        var exception = Assert.Throws<SubjectFormatException>(() => SubjectPattern.Parse(text));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.False(SubjectPattern.TryParse(text, out _));
    }

    [Theory]
    [InlineData("a", false)]
    [InlineData("orders.eu.placed", false)]
    [InlineData("größe.東京", false)]
    [InlineData("*", true)]
    [InlineData(">", true)]
    [InlineData("*.a.>", true)]
    public void Filters_are_read(string text, bool wildcards)
    {
        var pattern = SubjectPattern.Parse(text);

        Assert.Equal(text, pattern.Value);
        Assert.Equal(wildcards, pattern.HasWildcards);
        Assert.True(SubjectPattern.TryParse(text, out var same));
        Assert.Equal(pattern, same);
    }

    [Theory]
    [InlineData("a.b", "a.b", true)]
    [InlineData("a.b", "a", false)]
    [InlineData("a.b", "a.b.c", false)]
    [InlineData("a.b", "a.c", false)]
    [InlineData("a", "A", false)]
    [InlineData("a.*", "a.b", true)]
    [InlineData("a.*", "a", false)]
    [InlineData("a.*", "a.b.c", false)]
    [InlineData("a.*", "a.", false)]
    [InlineData("*.b", "a.b", true)]
    [InlineData("a.>", "a", false)]
    [InlineData("a.>", "a.b", true)]
    [InlineData("a.>", "a.b.c.d", true)]
    [InlineData("a.>", "b.c", false)]
    [InlineData(">", "a", true)]
    [InlineData(">", "", false)]
    [InlineData("*.b.>", "x.b.c", true)]
    [InlineData("*.b.>", "x.b", false)]
    public void Matching_follows_the_tokens(string pattern, string subject, bool expected) =>
        Assert.Equal(expected, SubjectPattern.Parse(pattern).Matches(subject));

    [Fact]
    public void Matching_agrees_with_the_definition()
    {
        foreach (var pattern in SmallSubjects.Patterns)
        {
            foreach (var subject in SmallSubjects.Concrete)
            {
                Assert.True(
                    SmallSubjects.MatchesByDefinition(pattern.Value, subject) == pattern.Matches(subject),
                    $"'{pattern}' and '{subject}'");
            }
        }
    }

    [Fact]
    public void Two_filters_overlap_exactly_when_a_subject_passes_both()
    {
        foreach (var (left, leftSubjects) in SmallSubjects.Passing)
        {
            foreach (var (right, rightSubjects) in SmallSubjects.Passing)
            {
                Assert.True(leftSubjects.Overlaps(rightSubjects) == left.Overlaps(right), $"'{left}' and '{right}'");
            }
        }
    }

    [Fact]
    public void A_filter_covers_another_exactly_when_it_passes_all_of_the_others_subjects()
    {
        foreach (var (left, leftSubjects) in SmallSubjects.Passing)
        {
            foreach (var (right, rightSubjects) in SmallSubjects.Passing)
            {
                Assert.True(leftSubjects.IsSupersetOf(rightSubjects) == left.Covers(right), $"'{left}' and '{right}'");
            }
        }
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        var pattern = SubjectPattern.Parse("orders.*.placed.>");
        pattern.Matches("orders.eu.placed.v1");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var matched = pattern.Matches("orders.eu.placed.v1");

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(matched);
    }
}
