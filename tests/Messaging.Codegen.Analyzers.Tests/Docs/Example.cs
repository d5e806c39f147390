using Messaging.Codegen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Tests.Docs;

/// <summary>
/// Compiles an example of a page. A line <c>// in another assembly</c> divides an example: what stands above it is compiled without the package,
/// what stands below references it. The files of a baseline stand in comments, see <see cref="BaselineTexts"/>.
/// </summary>
internal static class Example
{
    private const string Divider = "// in another assembly\n";

    /// <summary>The ids of what is reported, each once and sorted: rules, and errors of the compiler.</summary>
    public static async Task<IReadOnlyList<string>> CompileAsync(string example)
    {
        var parts = example.Split(Divider);
        MetadataReference[] references = parts.Length == 1 ? [] : [SourceCompilation.BuildWithoutGenerator("Shop.Contracts", Verify.Usings + parts[0])];
        var kind = parts[^1].Contains("AddMessaging", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = SourceCompilation.RunGenerator(
            SourceCompilation.Create([SourceCompilation.Parse(Verify.Usings + parts[^1])], "Shop", kind, references));
        var diagnostics = await SourceCompilation.AnalyzeAsync(compilation, BuildProperties.Take(example), BaselineTexts.Take(example));
        return
        [
            .. diagnostics.Concat(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                .Select(static diagnostic => diagnostic.Id)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
