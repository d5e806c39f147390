using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG603: begins a message id with the identity of its contract, as the library does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PrefixMessageIdFix))]
[Shared]
public sealed class PrefixMessageIdFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnusableMessageId];

    /// <inheritdoc/>
    protected override string Title => "Begin with the contract";

    /// <inheritdoc/>
    protected override string TitleFor(Diagnostic diagnostic) => $"Begin with '{diagnostic.Properties[FixProperties.Prefix]}'";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Prefix);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var prefixes = new Dictionary<SyntaxNode, string>();
        foreach (var diagnostic in diagnostics)
        {
            prefixes[root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)] = diagnostic.Properties[FixProperties.Prefix]!;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(prefixes.Keys, (original, value) => Prefix((ExpressionSyntax)value, prefixes[original]).WithTriviaFrom(value)));
    }

    private static InterpolatedStringExpressionSyntax Prefix(ExpressionSyntax value, string prefix)
    {
        var begin = SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(
            SyntaxFactory.TriviaList(), SyntaxKind.InterpolatedStringTextToken, prefix, prefix, SyntaxFactory.TriviaList()));
        return value is InterpolatedStringExpressionSyntax interpolated
            ? interpolated.WithContents(interpolated.Contents.Insert(0, begin))
            : SyntaxFactory.InterpolatedStringExpression(
                SyntaxFactory.Token(SyntaxKind.InterpolatedStringStartToken),
                SyntaxFactory.List<InterpolatedStringContentSyntax>([begin, SyntaxFactory.Interpolation(Value(value))]));
    }

    /// <summary>A plain <c>ToString()</c> is what an interpolation does anyway.</summary>
    private static ExpressionSyntax Value(ExpressionSyntax value) => value is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var plain },
        ArgumentList.Arguments.Count: 0,
    } ? plain.WithoutTrivia() : value.WithoutTrivia();
}
