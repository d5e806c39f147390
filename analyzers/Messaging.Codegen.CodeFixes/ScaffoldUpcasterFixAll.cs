using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Writes all upcasters in one go: one type may need several.</summary>
internal sealed class ScaffoldUpcasterFixAll : FixAllProvider
{
    public static ScaffoldUpcasterFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var diagnostics = (await FixAllDiagnostics.FindAsync(context).ConfigureAwait(false)).Where(ScaffoldUpcasterFix.CanFix).ToList();
        return diagnostics.Count == 0
            ? null
            : CodeAction.Create(
                "Add [Upcast] methods for the older versions",
                cancellationToken => UpcasterEdit.ApplyAsync(context.Solution, diagnostics, cancellationToken),
                equivalenceKey: nameof(ScaffoldUpcasterFix));
    }
}
