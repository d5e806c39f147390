using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG309: rethrows at the end of a clause that hides a failure.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RethrowFix))]
[Shared]
public sealed class RethrowFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.SwallowedFailure];

    /// <inheritdoc/>
    protected override string Title => "Rethrow";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CanRethrow);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var blocks = diagnostics.Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<CatchClauseSyntax>()?.Block).OfType<BlockSyntax>();
        return document.WithSyntaxRoot(root.ReplaceNodes(
            blocks, static (_, block) => block.AddStatements(SyntaxFactory.ThrowStatement().WithAdditionalAnnotations(Formatter.Annotation))));
    }
}
