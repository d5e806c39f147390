using System.Text.RegularExpressions;
using Messaging.Codegen.Analyzers.Tests.Docs;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests;

/// <summary>No id may be without its descriptor, tests and release note; the pages have tests of their own.</summary>
public partial class CatalogueTests
{
    public static TheoryData<string> Ids => [.. AllIds];

    private static IEnumerable<string> AllIds =>
        typeof(DiagnosticIds).GetFields().Select(static constant => (string)constant.GetRawConstantValue()!).Order(StringComparer.Ordinal);

    [Fact]
    public void Every_id_has_one_descriptor() => Assert.Equal(AllIds, Catalogue.All.Select(static rule => rule.Id));

    [Fact]
    public void Every_rule_is_supported_by_an_analyzer() =>
        Assert.Equal(
            AllIds,
            Components.CreateAnalyzers().SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_positive_and_negative_tests(string id)
    {
        var tests = typeof(CatalogueTests).Assembly.GetType($"Messaging.Codegen.Analyzers.Tests.Rules.{id}Tests");

        Assert.NotNull(tests);
        Assert.Contains(tests.GetMethods(), static method => method.Name.StartsWith("Reports_", StringComparison.Ordinal));
        Assert.Contains(tests.GetMethods(), static method => method.Name.StartsWith("Accepts_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_release_note(string id)
    {
        var rule = Catalogue.All.Single(rule => rule.Id == id);
        var folder = Path.Combine(RulePage.Folder, "..", "..", "generators", "Messaging.Codegen.Generators");
        var notes = File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Unshipped.md")) + File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Shipped.md"));

        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", notes);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_title_and_a_message_read_well(string id)
    {
        var rule = Catalogue.All.Single(rule => rule.Id == id);
        var message = rule.MessageFormat.ToString();

        Assert.Matches("^MSG[0-9]{3}$", id);
        Assert.False(rule.Title.ToString().EndsWith('.'));
        Assert.False(message.EndsWith('.'));
        Assert.True(Placeholder().IsMatch(message), "The message must name the place in the code that it is about.");
        Assert.True(rule.IsEnabledByDefault);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
