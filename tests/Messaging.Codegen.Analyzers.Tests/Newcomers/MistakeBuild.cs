using System.Collections.Immutable;
using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Analyzers.Tests.Newcomers;

/// <summary>Builds the projects of a folder as <c>dotnet build</c> would, without the SDK around the compiler: some hundred of them in seconds.</summary>
internal static class MistakeBuild
{
    /// <summary>What the compiler, the generator and the analyzers say: <c>Contracts.cs(8,22): error MSG002: …</c>, sorted.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyDictionary<string, string> files)
    {
        var projects = MistakeProject.ReadAll(files);
        var built = new Dictionary<string, MetadataReference>();
        var diagnostics = new List<Diagnostic>();
        foreach (var project in projects)
        {
            var compilation = Compile(project, [.. project.References.Select(reference => built[reference])]);
            diagnostics.AddRange(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
            if (project.ReferencesPackage)
            {
                diagnostics.AddRange(await SourceCompilation.AnalyzeAsync(compilation, project.Properties, project.AdditionalFiles));
            }

            built.Add(project.Path, compilation.ToMetadataReference());
        }

        return
        [
            .. diagnostics
                .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)
                .Select(static diagnostic => (diagnostic, diagnostic.Location.GetMappedLineSpan()))
                .OrderBy(static pair => pair.Item2.Path, StringComparer.Ordinal)
                .ThenBy(static pair => pair.Item2.StartLinePosition)
                .ThenBy(static pair => pair.diagnostic.Id, StringComparer.Ordinal)
                .Select(static pair => Print(pair.diagnostic, pair.Item2))
                .Distinct(),
        ];
    }

    private static Compilation Compile(MistakeProject project, IEnumerable<MetadataReference> references)
    {
        var compilation = SourceCompilation.Create(
            project.Sources.Select(static source => SourceCompilation.Parse(source.Text, source.Path)),
            project.Name,
            project.IsApplication ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            [.. NewcomerReferences.All, .. references]);
        return project.ReferencesPackage ? SourceCompilation.RunGenerator(compilation, project.Properties, project.AdditionalFiles) : compilation;
    }

    private static string Print(Diagnostic diagnostic, FileLinePositionSpan span)
    {
        var place = span.IsValid ? $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})" : "CSC ";
        return $"{place}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage()}";
    }
}
