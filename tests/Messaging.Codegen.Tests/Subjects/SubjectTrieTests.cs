using Messaging.Codegen.Subjects;

namespace Messaging.Codegen.Tests.Subjects;

public class SubjectTrieTests
{
    [Fact]
    public void Finds_exactly_the_filters_that_match()
    {
        var trie = new SubjectTrie<SubjectPattern>();
        foreach (var pattern in SmallSubjects.Patterns)
        {
            trie.Add(pattern, pattern);
        }

        foreach (var subject in SmallSubjects.Concrete)
        {
            AssertMatches(trie, SmallSubjects.Patterns, subject);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agrees_with_a_list_while_filters_come_and_go(int seed)
    {
        var random = new Random(seed);
        var trie = new SubjectTrie<SubjectPattern>();
        var list = new List<SubjectPattern>();
        for (var step = 0; step < 2_000; step++)
        {
            if (list.Count > 0 && random.Next(2) == 0)
            {
                var victim = list[random.Next(list.Count)];
                list.Remove(victim);
                Assert.True(trie.Remove(victim, victim));
            }
            else
            {
                var pattern = SmallSubjects.Patterns[random.Next(SmallSubjects.Patterns.Count)];
                list.Add(pattern);
                trie.Add(pattern, pattern);
            }

            Assert.Equal(list.Count, trie.Count);
            AssertMatches(trie, list, SmallSubjects.Concrete[random.Next(SmallSubjects.Concrete.Count)]);
        }
    }

    [Fact]
    public void The_most_specific_filter_comes_first_and_values_of_one_keep_their_order()
    {
        var trie = new SubjectTrie<string>();
        trie.Add(SubjectPattern.Parse("a.>"), "tail");
        trie.Add(SubjectPattern.Parse("a.*"), "any 1");
        trie.Add(SubjectPattern.Parse("a.*"), "any 2");
        trie.Add(SubjectPattern.Parse("a.b"), "literal");
        var all = new List<string>();

        trie.Match("a.b", all);

        Assert.Equal(["literal", "any 1", "any 2", "tail"], all);
        Assert.True(trie.TryMatch("a.c", out var first));
        Assert.Equal("any 1", first);
    }

    [Fact]
    public void Removing_what_is_not_there_changes_nothing()
    {
        var trie = new SubjectTrie<int>();
        trie.Add(SubjectPattern.Parse("a.b"), 1);

        Assert.False(trie.Remove(SubjectPattern.Parse("a.b"), 2));
        Assert.False(trie.Remove(SubjectPattern.Parse("a.*"), 1));
        Assert.False(trie.Remove(SubjectPattern.Parse("a"), 1));
        Assert.Equal(1, trie.Count);
        Assert.True(trie.TryMatch("a.b", out _));
    }

    [Fact]
    public void A_lookup_allocates_nothing()
    {
        var trie = new SubjectTrie<int>();
        trie.Add(SubjectPattern.Parse("orders.*.placed"), 1);
        trie.Add(SubjectPattern.Parse("orders.eu.>"), 2);
        trie.Add(SubjectPattern.Parse("orders.eu.placed"), 3);
        var results = new List<int>(8);
        trie.Match("orders.eu.placed", results);
        trie.TryMatch("orders.eu.placed", out _);
        var before = GC.GetAllocatedBytesForCurrentThread();

        trie.Match("orders.eu.placed", results);
        var found = trie.TryMatch("orders.eu.placed", out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(found);
        Assert.Equal([3, 2, 1, 3, 2, 1], results);
    }

    private static void AssertMatches(SubjectTrie<SubjectPattern> trie, IEnumerable<SubjectPattern> patterns, string subject)
    {
        var expected = patterns.Where(pattern => SmallSubjects.MatchesByDefinition(pattern.Value, subject)).Select(pattern => pattern.Value).Order();
        var actual = new List<SubjectPattern>();
        trie.Match(subject, actual);

        Assert.Equal(expected, actual.Select(pattern => pattern.Value).Order());
        Assert.Equal(actual.Count > 0, trie.TryMatch(subject, out var first));
        Assert.Equal(actual.FirstOrDefault(), first);
    }
}
