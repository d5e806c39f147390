using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>A fix that can treat any number of a document's diagnostics at once, so that one fix and "fix all" are the same code.</summary>
public abstract class DocumentFix : CodeFixProvider
{
    /// <summary>What the light bulb says; also names the action for "fix all".</summary>
    protected abstract string Title { get; }

    /// <summary>The title where a diagnostic has more to say.</summary>
    protected virtual string TitleFor(Diagnostic diagnostic) => Title;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) =>
            await FixAsync(document, [.. diagnostics.Where(CanFix)], context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(CanFix))
        {
            context.RegisterCodeFix(
                CodeAction.Create(TitleFor(diagnostic), cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), equivalenceKey: GetType().Name),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>True when the diagnostic is of the kind that this fix is for; an id may have several causes.</summary>
    protected abstract bool CanFix(Diagnostic diagnostic);

    /// <summary>The document without what the diagnostics complain about.</summary>
    protected abstract Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken);
}
