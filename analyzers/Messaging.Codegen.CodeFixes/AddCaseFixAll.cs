using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Numbers all cases in one go: several types may be missing in one union.</summary>
internal sealed class AddCaseFixAll : FixAllProvider
{
    public static AddCaseFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var diagnostics = (await FixAllDiagnostics.FindAsync(context).ConfigureAwait(false)).Where(AddCaseFix.CanFix).ToList();
        return diagnostics.Count == 0
            ? null
            : CodeAction.Create(
                "Add the missing cases",
                cancellationToken => UnionEdit.ApplyAsync(context.Solution, diagnostics, cancellationToken),
                equivalenceKey: nameof(AddCaseFix));
    }
}
