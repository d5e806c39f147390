using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG005: writes a contract's name as the text that it is today.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralNameFix))]
[Shared]
public sealed class LiteralNameFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.ImplicitIdentity];

    /// <inheritdoc/>
    protected override string Title => "Write the name as text";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Value);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var names = diagnostics
            .Select(diagnostic => (Argument: root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>(), Text: diagnostic.Properties[FixProperties.Value]!))
            .Where(static fix => fix.Argument is not null)
            .ToDictionary(static fix => fix.Argument!.Expression, static fix => fix.Text);
        return document.WithSyntaxRoot(root.ReplaceNodes(names.Keys, (original, _) => SyntaxFactory.ParseExpression(names[original]).WithTriviaFrom(original)));
    }
}
