using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Tests.Caching;

/// <summary>What the parsers report when they are called as the analyzers call them.</summary>
internal static class ParserReport
{
    /// <summary>
    /// The diagnostics of handlers and streams. The generator runs on the project too: what is emitted beside the mistake must compile.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Of(TestProject project)
    {
        project.Run();
        var compilation = project.ToCompilation();
        var diagnostics = new List<Diagnostic>();
        var context = new ParseContext(compilation, diagnostics.Add, CancellationToken.None);
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            if (HandlerParser.HandlersOf(type).Any())
            {
                HandlerParser.Parse(type, context);
            }
        }

        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypes.StreamAttribute))
            {
                StreamParser.Parse(attribute, compilation.Assembly, context);
            }
        }

        Assert.All(diagnostics, static diagnostic => Assert.True(diagnostic.Location.IsInSource, diagnostic.ToString()));
        return diagnostics;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
