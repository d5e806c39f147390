using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>
/// A fix in other files than the diagnostic's that can treat any number of diagnostics at once: several may be fixed in one place, so that "fix all" has to
/// see all of them.
/// </summary>
public abstract class SolutionFix : CodeFixProvider
{
    /// <summary>What the light bulb says; also names the action for "fix all".</summary>
    protected abstract string Title { get; }

    /// <summary>The title where a diagnostic has more to say.</summary>
    protected virtual string TitleFor(Diagnostic diagnostic) => Title;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AllAtOnce(this);

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(CanFix))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleFor(diagnostic),
                    cancellationToken => FixAsync(context.Document.Project.Solution, [diagnostic], cancellationToken),
                    equivalenceKey: GetType().Name),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>True when the diagnostic is of the kind that this fix is for; an id may have several causes.</summary>
    protected abstract bool CanFix(Diagnostic diagnostic);

    /// <summary>The solution without what the diagnostics complain about.</summary>
    protected abstract Task<Solution> FixAsync(Solution solution, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellationToken);

    private sealed class AllAtOnce(SolutionFix fix) : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var diagnostics = (await FixAllDiagnostics.FindAsync(context).ConfigureAwait(false)).Where(fix.CanFix).ToList();
            return diagnostics.Count == 0
                ? null
                : CodeAction.Create(
                    fix.Title, cancellationToken => fix.FixAsync(context.Solution, diagnostics, cancellationToken), equivalenceKey: fix.GetType().Name);
        }
    }
}
