using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG604: has the emitted subject builder make the subject.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SubjectBuilderFix))]
[Shared]
public sealed class SubjectBuilderFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.SubjectFromText];

    /// <inheritdoc/>
    protected override string Title => "Use the subject builder";

    /// <inheritdoc/>
    protected override string TitleFor(Diagnostic diagnostic) => $"Use {diagnostic.Properties[FixProperties.Replacement]}";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Replacement);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var subjects = new Dictionary<SyntaxNode, string>();
        foreach (var diagnostic in diagnostics)
        {
            subjects[root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)] = diagnostic.Properties[FixProperties.Replacement]!;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(
            subjects.Keys, (original, text) => SyntaxFactory.ParseExpression(subjects[original]).WithTriviaFrom(text)));
    }
}
