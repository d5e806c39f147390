using Messaging.Codegen.Analyzers.Tests.Docs;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Robustness;

/// <summary>
/// Nothing that somebody types may end the generator or an analyzer. An exception in the generator takes all emitted code of a project away, and one in
/// an analyzer turns into AD0001.
/// </summary>
public class HalfTypedCodeTests
{
    private const int VariantsPerSeed = 50;

    /// <summary>Everything that will run is known, and the server is old: no rule stays away.</summary>
    private static readonly BuildProperties Application = BuildProperties.Take("// MessagingComposition: true\n// TargetServerVersion: 2.9");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_component_throws(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < VariantsPerSeed; i++)
        {
            var source = Originals[random.Next(Originals.Count)];
            var damaged = HalfTypedCode.Damage(source, random);
            try
            {
                var compilation = SourceCompilation.RunGenerator(SourceCompilation.Create([SourceCompilation.Parse(damaged)]));
                var diagnostics = await SourceCompilation.AnalyzeAsync(compilation, Application, []);
                Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
                AssertNoErrorsInEmittedCodeAlone(compilation, damaged);
            }
            catch (InvalidOperationException failure)
            {
                Assert.Fail($"Variant {i} of seed {seed}: {failure.InnerException}\n\n{damaged}");
            }
        }
    }

    /// <summary>Emitted code may only have errors when the developer's own code, which it uses, has some.</summary>
    private static void AssertNoErrorsInEmittedCodeAlone(Compilation compilation, string source)
    {
        var errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.TrueForAll(static error => error.Location.SourceTree?.FilePath != "Source.cs") && errors.Count > 0)
        {
            Assert.Fail(string.Join("\n", errors) + "\n\n" + source);
        }
    }

    [Fact]
    public async Task The_originals_are_without_errors()
    {
        foreach (var source in Originals)
        {
            var compilation = SourceCompilation.RunGenerator(SourceCompilation.Create([SourceCompilation.Parse(source)]));
            Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            Assert.Empty((await SourceCompilation.AnalyzeAsync(compilation)).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    private static IReadOnlyList<string> Originals { get; } =
    [
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Robustness", "Sources", "Everything.cs")),
        SampleContracts(),
    ];

    /// <summary>The sample's contracts, as one source.</summary>
    private static string SampleContracts()
    {
        var folder = Path.Combine(RulePage.Folder, "..", "..", "samples", "Orders.Contracts");
        var files = Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var usings = files.SelectMany(static text => text.Split('\n')).Where(static line => line.StartsWith("using ", StringComparison.Ordinal)).Distinct();
        var bodies = files.SelectMany(static text => text.Split('\n'))
            .Where(static line => !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal))
            .ToList();
        var attributes = bodies.Where(static line => line.StartsWith("[assembly:", StringComparison.Ordinal));
        var types = bodies.Where(static line => !line.StartsWith("[assembly:", StringComparison.Ordinal));
        return Verify.Usings + string.Join("\n", usings.Except(Verify.Usings.Split('\n')).Concat(attributes).Append("namespace Orders.Contracts;").Concat(types));
    }
}
