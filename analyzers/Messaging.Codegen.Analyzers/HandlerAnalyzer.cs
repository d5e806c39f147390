using System.Collections.Immutable;
using Messaging.Codegen.Generators;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Messaging.Codegen.Analyzers;

/// <summary>Reports what keeps a <c>[Handler]</c> method from being called, by the walk that the generator makes too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Catalogue.Live;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(
            AnalyzeFunction, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var parse = new ParseContext(context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        OnExceptionParser.CheckPlaces(type, parse);
        if (HandlerParser.HandlersOf(type).Any())
        {
            HandlerParser.Parse(type, parse);
        }
    }

    /// <summary>Functions inside of methods are no members of a class, and are never looked at otherwise.</summary>
    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context)
    {
        var attributes = context.Node switch
        {
            LocalFunctionStatementSyntax function => function.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            _ => default,
        };
        if (attributes.Count == 0)
        {
            return;
        }

        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method && method.Has(KnownTypes.HandlerAttribute))
        {
            HandlerSignature.IsCallable(method, new ParseContext(context.Compilation, context.ReportDiagnostic, context.CancellationToken));
        }
    }
}
