using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG605: adds all modules of an application.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddModulesFix))]
[Shared]
public sealed class AddModulesFix : DocumentFix
{
    private const string Call = "AddApplicationModules";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.ModuleMissing];

    /// <inheritdoc/>
    protected override string Title => $"Call {Call}";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CanAddModules);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var lambdas = diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>())
            .Select(static call => call?.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<LambdaExpressionSyntax>().FirstOrDefault())
            .OfType<LambdaExpressionSyntax>();
        return document.WithSyntaxRoot(root.ReplaceNodes(lambdas, static (_, lambda) => Add(lambda)));
    }

    private static LambdaExpressionSyntax Add(LambdaExpressionSyntax lambda) => lambda switch
    {
        { ExpressionBody: { } body } => lambda.WithExpressionBody(CallOn(body.WithoutTrailingTrivia()).WithTrailingTrivia(body.GetTrailingTrivia())),
        { Block: { } block } => lambda.WithBlock(block.AddStatements(SyntaxFactory.ExpressionStatement(CallOn(SyntaxFactory.IdentifierName(ParameterOf(lambda))))
            .WithAdditionalAnnotations(Formatter.Annotation))),
        _ => lambda,
    };

    private static InvocationExpressionSyntax CallOn(ExpressionSyntax builder) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, builder, SyntaxFactory.IdentifierName(Call)));

    private static string ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var parameter, ..] } => parameter.Identifier.Text,
        _ => "",
    };
}
