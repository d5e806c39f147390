using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG307, MSG308 and MSG601: awaits a task that was blocked on or dropped. The function around it becomes async where it is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
[Shared]
public sealed class AwaitFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.BlockingHandler, DiagnosticIds.DroppedTaskInHandler, DiagnosticIds.DroppedTask];

    /// <inheritdoc/>
    protected override string Title => "Await";

    /// <inheritdoc/>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CanAwait);

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var awaited = new HashSet<SyntaxNode>();
        var functions = new Dictionary<SyntaxNode, IMethodSymbol>();
        foreach (var diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is not { } expression)
            {
                continue;
            }

            awaited.Add(expression);
            if (AsyncFunction.Around(expression) is { } function
                && model.GetDeclaredSymbol(function, cancellationToken) is IMethodSymbol { IsAsync: false } symbol)
            {
                functions[function] = symbol;
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(
            awaited.Concat(functions.Keys),
            (original, node) => functions.TryGetValue(original, out var symbol)
                ? AsyncFunction.Make(node, symbol)
                : AwaitExpressions.Await((ExpressionSyntax)node, original.Parent!)));
    }
}
