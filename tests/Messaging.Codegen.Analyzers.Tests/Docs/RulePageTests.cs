using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Docs;

/// <summary>Every rule has a page, and its examples do what they say.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids => [.. Catalogue.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_descriptor_says(string id)
    {
        var rule = Catalogue.All.Single(rule => rule.Id == id);
        var page = RulePage.Read(id);

        Assert.Equal($"{id}: {rule.Title}", page.Heading);
        Assert.Contains($"| Category | {rule.Category} |", page.Text);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |", page.Text);
        var reported = Catalogue.WholeProgram.Contains(rule) ? "by builds" : "while typing";
        Assert.Contains($"| Reported | {reported} |", page.Text);
        Assert.EndsWith($"/analyzers/docs/{id}.md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_why_and_how_to_suppress(string id)
    {
        var page = RulePage.Read(id);

        Assert.NotEqual("", page.Section("Why").Trim());
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page.Section("Suppress"));
        Assert.Contains($"#pragma warning disable {id}", page.Section("Suppress"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_bad_examples_are_reported(string id)
    {
        var examples = RulePage.Read(id).Examples("Bad");

        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            Assert.Equal([id], await Example.CompileAsync(example));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_good_examples_are_accepted(string id)
    {
        var examples = RulePage.Read(id).Examples("Good");

        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            Assert.Empty(await Example.CompileAsync(example));
        }
    }

    [Fact]
    public void There_are_no_pages_without_a_rule() =>
        Assert.Equal(
            Catalogue.All.Select(static rule => rule.Id),
            Directory.GetFiles(RulePage.Folder, "MSG*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
