using System.Collections.Immutable;
using Messaging.Codegen.Analyzers.Topology;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>
/// Reports what no single type shows: contracts, handlers and streams that do not go together, here or with those of the referenced assemblies.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopologyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.WholeProgram;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var walk = new TopologyWalk();
            start.RegisterSymbolAction(walk.Visit, SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(walk, end));
        });
    }

    private static void Report(TopologyWalk walk, CompilationAnalysisContext context)
    {
        var contracts = walk.Contracts;
        var handlers = walk.Handlers;
        var streams = TopologyWalk.Streams(context.Compilation, context.CancellationToken);
        var references = ReferencedTopology.Read(context.Compilation, context.CancellationToken);
        var isComposition = AssemblyParser.IsComposition(
            AssemblyParser.Facts(context.Compilation), AssemblyParser.Options(context.Options.AnalyzerConfigOptionsProvider));
        var diagnostics = IdentityRules.Check(contracts, references)
            .Concat(CoverageRules.Check(contracts, handlers, streams, references, isComposition))
            .Concat(ConsumerRules.Check(handlers, references, isComposition));
        foreach (var diagnostic in diagnostics)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
