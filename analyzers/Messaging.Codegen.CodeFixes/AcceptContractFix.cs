using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>
/// MSG501, MSG502 and MSG512: writes what changed into <c>Contracts.Unshipped.txt</c>, for the review. What breaks a promise has no such fix. MSG509:
/// makes the files.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptContractFix))]
[Shared]
public sealed class AcceptContractFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [DiagnosticIds.FactNotInBaseline, DiagnosticIds.FactGone, DiagnosticIds.ContractGone, DiagnosticIds.BaselineMissing];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AcceptContractFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleOf(diagnostic.Id),
                    cancellationToken => BaselineEdit.ApplyAsync(context.Document.Project.Solution, [(context.Document.Project.Id, diagnostic)], cancellationToken),
                    equivalenceKey: TitleOf(diagnostic.Id)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static string TitleOf(string id) => id switch
    {
        DiagnosticIds.FactNotInBaseline => "Accept into the baseline",
        DiagnosticIds.FactGone => "Reserve what is gone",
        DiagnosticIds.ContractGone => "Retire the contract in the baseline",
        _ => "Add a baseline",
    };
}
