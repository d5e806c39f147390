using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG606: makes the value of a header sendable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SanitizeHeaderFix))]
[Shared]
public sealed class SanitizeHeaderFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnusableHeader];

    /// <inheritdoc/>
    protected override string Title => "Make the value sendable";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CanSanitize);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var values = diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>())
            .OfType<ExpressionSyntax>();
        return document.WithSyntaxRoot(root.ReplaceNodes(values, static (_, value) => SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression("global::Messaging.Codegen.HeaderRules.Sanitize").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value.WithoutTrivia())))).WithTriviaFrom(value)));
    }
}
