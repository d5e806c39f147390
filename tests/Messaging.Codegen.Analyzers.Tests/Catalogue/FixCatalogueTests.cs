using System.Runtime.CompilerServices;
using Messaging.Codegen.Analyzers.Tests.Docs;
using Messaging.Codegen.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.Analyzers.Tests;

/// <summary>No fix may be without its tests, and the pages say which rules have one.</summary>
public class FixCatalogueTests
{
    private static readonly IReadOnlyList<string> TestSources =
    [
        .. new[] { "Rules", "Fixes" }
            .SelectMany(static folder => Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", folder), "*.cs"))
            .Select(File.ReadAllText),
    ];

    /// <summary>Each provider with each id that it is for.</summary>
    public static TheoryData<string, string> Fixes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var provider in Providers)
            {
                foreach (var id in provider.FixableDiagnosticIds)
                {
                    data.Add(provider.GetType().Name, id);
                }
            }

            return data;
        }
    }

    private static IReadOnlyList<CodeFixProvider> Providers { get; } =
    [
        .. typeof(DocumentFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Every_fix_has_a_test_for_each_of_its_rules(string provider, string id) =>
        Assert.Contains(
            TestSources,
            source => source.Contains($"Async<{provider}>(", StringComparison.Ordinal) && source.Contains($"{{|{id}:", StringComparison.Ordinal));

    [Fact]
    public void Pages_tell_which_rules_have_a_fix()
    {
        var promised = Catalogue.All.Select(static rule => rule.Id).Where(static id => RulePage.Read(id).Text.Contains("\n| Fix | yes |\n", StringComparison.Ordinal));

        Assert.Equal(Providers.SelectMany(static provider => provider.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal), promised);
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
