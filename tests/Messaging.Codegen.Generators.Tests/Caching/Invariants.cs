using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>What must hold for every project that a test runs the generator on.</summary>
internal static class Invariants
{
    /// <summary>Compiles without a warning, caches, and keeps nothing of a compilation alive.</summary>
    public static GeneratorRun Prove(GeneratorRun run)
    {
        ProveCompiles(run);
        return ProveCaching(run);
    }

    public static GeneratorRun ProveCaching(GeneratorRun run)
    {
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        ProveModels(run);
        ProveUntouched(run, run.Edit(run.Project.With("Unrelated.cs", "internal static class Unrelated { internal static int Answer => 42; }")));
        ProveUntouched(run, run.Edit(run.Project with
        {
            Sources = run.Project.Sources.ToDictionary(static source => source.Key, static source => "// moved\n\n" + source.Value)
                .Aggregate(run.Project.Sources, static (sources, source) => sources.SetItem(source.Key, source.Value)),
        }));
        return run;
    }

    private static void ProveCompiles(GeneratorRun run)
    {
        var generated = run.Result.GeneratedSources.Select(static source => source.HintName).ToHashSet(StringComparer.Ordinal);
        var wrong = run.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsTolerated(diagnostic))
            .Select(diagnostic => $"{diagnostic}{Environment.NewLine}    {LineOf(diagnostic)}")
            .ToList();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));

        // A test's own source need not be documented; what is emitted must.
        bool IsTolerated(Diagnostic diagnostic) =>
            !generated.Contains(diagnostic.Location.SourceTree?.FilePath ?? "")
                && (diagnostic.Id == "CS1591" || run.Project.Tolerated.Contains(diagnostic.Id));
    }

    private static void ProveModels(GeneratorRun run)
    {
        foreach (var (name, step) in TrackedSteps.Of(run))
        {
            foreach (var (value, _) in step.Outputs)
            {
                Assert.True(ModelGraph.FindForeign(value) is not { } found, $"{name}: {ModelGraph.FindForeign(value)}");
            }
        }
    }

    private static void ProveUntouched(GeneratorRun before, GeneratorRun after)
    {
        Assert.Empty(TrackedSteps.Changed(after));
        Assert.Equal(before.Files, after.Files);
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
