using System.Collections.Immutable;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>Reports what keeps the methods between versions from being called, by the walks that the generator makes too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VersionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.Live;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        var parse = new ParseContext(context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        if (method.Has(KnownTypes.UpcastAttribute))
        {
            UpcastParser.Parse(method, parse);
        }

        if (method.Has(KnownTypes.DowncastAttribute))
        {
            AlsoPublishParser.CheckMethod(method, parse);
        }
    }
}
