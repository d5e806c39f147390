using System.Collections.Immutable;
using Messaging.Codegen.Analyzers.Usage;
using Messaging.Codegen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Messaging.Codegen.Analyzers;

/// <summary>Reports calls of the library by application code, in handlers and elsewhere, that do not do what they look like.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.Live;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.MessageAttribute) is not null)
            {
                start.RegisterOperationAction(AnalyzeStatement, OperationKind.ExpressionStatement);
            }
        });
    }

    private static void AnalyzeStatement(OperationAnalysisContext context)
    {
        if (DroppedTaskRules.Check((IExpressionStatementOperation)context.Operation, context.ContainingSymbol) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
