using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Analyzers.Topology;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG402: takes a subject out of a stream whose messages another one stores anyway. A stream keeps its last one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropSubjectFix))]
[Shared]
public sealed class DropSubjectFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.OverlappingStreams];

    /// <inheritdoc/>
    protected override string Title => "Drop the narrower subject";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Redundant);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var dropped = new List<SyntaxNode>();
        foreach (var group in diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>())
            .OfType<ExpressionSyntax>()
            .GroupBy(static subject => subject.FirstAncestorOrSelf<AttributeSyntax>()))
        {
            if (group.Key is not null && StreamSyntax.Subjects(group.Key).Except(group).Any())
            {
                dropped.AddRange(group.Select(static subject => subject.Parent is ExpressionElementSyntax or AttributeArgumentSyntax ? subject.Parent : subject));
            }
        }

        return document.WithSyntaxRoot(root.RemoveNodes(dropped, SyntaxRemoveOptions.KeepNoTrivia)!);
    }
}
