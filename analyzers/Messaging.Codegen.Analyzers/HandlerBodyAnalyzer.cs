using System.Collections.Immutable;
using Messaging.Codegen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>Reports what a <c>[Handler]</c> method does that does not go together with how messages are delivered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerBodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.Live;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationBlockAction(Analyze);
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (HandlerBody.Of(context.OwningSymbol, context.OperationBlocks, context.Compilation, context.CancellationToken) is not { } body)
        {
            return;
        }

        foreach (var diagnostic in TokenRules.Check(body)
            .Concat(BlockingRules.Check(body))
            .Concat(SwallowedFailureRules.Check(body))
            .Concat(ContextRules.Check(body)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
