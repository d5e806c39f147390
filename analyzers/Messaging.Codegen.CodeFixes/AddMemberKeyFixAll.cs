using System.Collections.Immutable;
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

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var diagnostics = await FindAsync(context).ConfigureAwait(false);
        return diagnostics.IsEmpty
            ? null
            : CodeAction.Create(
                "Add keys",
                cancellationToken => AddMemberKeyFix.ApplyAsync(context.Solution, diagnostics, cancellationToken),
                equivalenceKey: nameof(AddMemberKeyFix));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is not null:
                return await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects)
                {
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                return all.ToImmutable();
            default:
                return [];
        }
    }
}
