using Messaging.Codegen.Generators.Parsing;
using Messaging.Codegen.Generators.Tests.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Messaging.Codegen.Generators.Tests.Contracts;

/// <summary>Source with the one place marked, <c>[|OrderPlaced|]</c>, at which the walk must report.</summary>
internal static class Marked
{
    /// <summary>Runs the walk over the contracts and proves what it reports, and that nothing is emitted for them that does not compile.</summary>
    public static void Prove(string id, string markedSource)
    {
        var start = markedSource.IndexOf("[|", StringComparison.Ordinal);
        var end = markedSource.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.True(start >= 0 && end > start, "The source has no mark.");
        var run = TestProject.Of(markedSource.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).RunBroken();

        var diagnostics = Report(run);
        Assert.Equal([id], diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
        Assert.Contains(TextSpan.FromBounds(start, end), diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.All(diagnostics, static diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
        Assert.Empty(run.Output.GetDiagnostics().Where(static diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true));

        // At most that it is a contract, so that its users compile.
        Assert.All(
            run.Files.Where(static file => file.Key.EndsWith(".Contract.g.cs", StringComparison.Ordinal)),
            static file => Assert.Contains("was not emitted", file.Value, StringComparison.Ordinal));
    }

    /// <summary>What the analyzers would report.</summary>
    public static List<Diagnostic> Report(GeneratorRun run)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var type in Types(run.Input.Assembly.GlobalNamespace).Where(ContractHeaderParser.IsContract))
        {
            ContractParser.Parse(type, new ParseContext(run.Input, diagnostics.Add, CancellationToken.None));
        }

        return diagnostics;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol symbol) =>
        symbol.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(static member => (member is INamedTypeSymbol type ? [type] : Enumerable.Empty<INamedTypeSymbol>()).Concat(Types(member)));
}
