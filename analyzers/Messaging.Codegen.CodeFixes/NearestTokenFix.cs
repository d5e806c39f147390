using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG408: replaces a value of a <c>[Where]</c> that leads nowhere by the stored one that it looks like.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestTokenFix))]
[Shared]
public sealed class NearestTokenFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.SilentFilter];

    /// <inheritdoc/>
    protected override string Title => "Use the value that is stored";

    /// <inheritdoc/>
    protected override string TitleFor(Diagnostic diagnostic) => $"Change '{diagnostic.Properties[FixProperties.Token]}' to '{diagnostic.Properties[FixProperties.Nearest]}'";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Nearest);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var replaced = new Dictionary<SyntaxNode, string>();
        foreach (var diagnostic in diagnostics)
        {
            var method = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
            foreach (var value in ValuesOf(method).Where(value => value.Token.ValueText == diagnostic.Properties[FixProperties.Token]))
            {
                replaced[value] = diagnostic.Properties[FixProperties.Nearest]!;
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(
            replaced.Keys,
            (original, _) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(replaced[original])).WithTriviaFrom(original)));
    }

    private static IEnumerable<LiteralExpressionSyntax> ValuesOf(MethodDeclarationSyntax? method) =>
        method?.AttributeLists.SelectMany(static list => list.Attributes)
            .Where(static attribute => attribute.Name.ToString().EndsWith("Where", StringComparison.Ordinal)
                || attribute.Name.ToString().EndsWith("WhereAttribute", StringComparison.Ordinal))
            .SelectMany(static attribute => attribute.ArgumentList?.Arguments.Skip(1) ?? [])
            .SelectMany(static argument => argument.DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression)) ?? [];
}
