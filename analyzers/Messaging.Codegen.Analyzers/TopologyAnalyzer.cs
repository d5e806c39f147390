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
            start.RegisterOperationAction(walk.VisitCall, OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => Report(walk, end));
        });
    }

    private static void Report(TopologyWalk walk, CompilationAnalysisContext context)
    {
        var contracts = walk.Contracts;
        var versions = VersionWalk.Of(walk, context.Compilation, context.CancellationToken);
        var handlers = walk.Handlers(versions.Chains);
        var references = ReferencedTopology.Read(context.Compilation, context.CancellationToken);
        var isComposition = AssemblyParser.IsComposition(
            AssemblyParser.Facts(context.Compilation), AssemblyParser.Options(context.Options.AnalyzerConfigOptionsProvider));
        var topology = KnownTopology.Of(
            contracts, handlers, TopologyWalk.Streams(context.Compilation, context.CancellationToken), references, isComposition);
        var published = KnownContract.All(contracts, references);
        var upcasts = UpcastRules.Check(handlers, versions, topology).ToList();
        var diagnostics = IdentityRules.Check(contracts, references)
            .Concat(SharedSubjectRules.Check(published))
            .Concat(StoredRequestRules.Check(published, topology.Streams))
            .Concat(CoverageRules.Check(contracts, handlers, topology))
            .Concat(ConsumerRules.Check(handlers, references, isComposition))
            .Concat(StreamOverlapRules.Check(topology))
            .Concat(WorkQueueRules.Check(topology))
            .Concat(SilentFilterRules.Check(topology))
            .Concat(AgreementRules.Check(topology))
            .Concat(CaseTwinRules.Check(topology))
            .Concat(RetentionRules.Check(topology))
            .Concat(ServerFeatures.Check(topology, TargetServer.Of(context.Options)))
            .Concat(upcasts.Select(static problem => problem.Diagnostic))
            .Concat(CoexistenceRules.Check(topology, [.. upcasts.Select(static problem => problem.Version)]))
            .Concat(PublishedVersionRules.Check(walk.Publications, contracts, references))
            .Concat(contracts.Count + handlers.Count + topology.Streams.Count > 0 && TargetServer.Check(context.Options) is { } invalid ? [invalid] : []);
        foreach (var diagnostic in diagnostics)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
