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
                start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
                start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
                start.RegisterOperationAction(AnalyzeInitializer, OperationKind.PropertyInitializer, OperationKind.FieldInitializer);
            }
        });
    }

    private static void AnalyzeStatement(OperationAnalysisContext context) =>
        Report(context, DroppedTaskRules.Check((IExpressionStatementOperation)context.Operation, context.ContainingSymbol));

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        Report(context, [MessageIdRules.Check(assignment), SubjectTextRules.Check(assignment, context.CancellationToken), .. HeaderRules.Check(assignment)]);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        Report(
            context,
            [
                RawClientRules.Check(call),
                SubjectTextRules.Check(call, context.CancellationToken),
                CompositionRules.Check(call, context.Options, context.CancellationToken),
                .. HeaderRules.Check(call),
            ]);
    }

    private static void AnalyzeInitializer(OperationAnalysisContext context) =>
        Report(context, MessageIdRules.Check((ISymbolInitializerOperation)context.Operation));

    private static void Report(OperationAnalysisContext context, params Diagnostic?[] diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic is not null)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
