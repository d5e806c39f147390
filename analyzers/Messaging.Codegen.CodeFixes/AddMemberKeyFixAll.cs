using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>
/// Numbers all members in one go. The stock provider computes every fix against the unchanged code and would give each member the same number.
/// </summary>
internal sealed class AddMemberKeyFixAll : FixAllProvider
{
    public static AddMemberKeyFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var diagnostics = await FixAllDiagnostics.FindAsync(context).ConfigureAwait(false);
        return diagnostics.IsEmpty
            ? null
            : CodeAction.Create(
                "Add keys",
                cancellationToken => AddMemberKeyFix.ApplyAsync(context.Solution, diagnostics, cancellationToken),
                equivalenceKey: nameof(AddMemberKeyFix));
    }
}
