using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>Writes all lines of a project at once: the stock provider merges changes of documents of code only.</summary>
internal sealed class AcceptContractFixAll : FixAllProvider
{
    public static AcceptContractFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => FixAllDiagnostics.Scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var diagnostics = await FixAllDiagnostics.FindAsync(context).ConfigureAwait(false);
        var placed = diagnostics
            .Select(diagnostic => (context.Solution.GetDocument(diagnostic.Location.SourceTree)?.Project.Id, diagnostic))
            .Where(static pair => pair.Id is not null)
            .Select(static pair => (pair.Id!, pair.diagnostic))
            .ToList();
        return placed.Count == 0
            ? null
            : CodeAction.Create(
                "Accept all into the baseline",
                cancellationToken => BaselineEdit.ApplyAsync(context.Solution, placed, cancellationToken),
                equivalenceKey: context.CodeActionEquivalenceKey);
    }
}
