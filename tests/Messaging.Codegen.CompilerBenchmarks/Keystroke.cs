using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.CompilerBenchmarks;

/// <summary>An edit of one file in a project that the generator has seen: what an editor asks of it at each pause of the typist.</summary>
internal sealed class Keystroke(SyntheticProject project)
{
    private readonly CSharpCompilation _compilation = project.Parse();
    private GeneratorDriver? _driver;

    /// <summary>Runs the generator over the project for the first time.</summary>
    public TimeSpan Open()
    {
        var start = Stopwatch.GetTimestamp();
        _driver = SyntheticProject.CreateDriver().RunGenerators(_compilation);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Makes an edit and takes it back, some times.</summary>
    /// <param name="file">The file that is edited.</param>
    /// <param name="edit">Its text after the edit of that number.</param>
    /// <param name="times">How often.</param>
    /// <returns>The time of each run of the generator, and how many files it printed anew in each.</returns>
    public (double[] Milliseconds, int[] Printed) Edit(string file, Func<int, string> edit, int times)
    {
        var driver = _driver!;
        var compilation = _compilation;
        var before = Sources(driver);
        var milliseconds = new double[times];
        var printed = new int[times];
        for (var i = 0; i < times; i++)
        {
            compilation = Replace(compilation, file, edit(i));
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var after = Sources(driver);
            printed[i] = after.Count(source => !before.TryGetValue(source.Key, out var old) || !ReferenceEquals(old, source.Value));
            before = after;
        }

        return (milliseconds, printed);
    }

    /// <summary>What the analyzers take for the file that is edited, as an editor asks them.</summary>
    public async Task<double[]> AnalyzeAsync(string file, Func<int, string> edit, int times)
    {
        var milliseconds = new double[times];
        _driver!.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _);
        var compilation = (CSharpCompilation)output;
        for (var i = 0; i < times; i++)
        {
            compilation = Replace(compilation, file, edit(i));
            var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single(tree => tree.FilePath == file));

            // The compiler's own part, which an editor has done by then.
            _ = model.GetDiagnostics();
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: static (e, _, _) => throw e, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            var analysis = new CompilationWithAnalyzers(compilation, Components.CreateAnalyzers(), options);
            var start = Stopwatch.GetTimestamp();
            await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return milliseconds;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string file, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == file), SyntheticProject.ParseFile(file, text));

    private static Dictionary<string, object> Sources(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(static source => source.HintName, static source => (object)source.SourceText);
}
