using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG101: gives a member the next free key, and "fix all" gives each member of a type another one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMemberKeyFix))]
[Shared]
public sealed class AddMemberKeyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.MissingKey];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AddMemberKeyFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && MemberAttributes.FindMember(root, diagnostic.Location) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Add the next free [Key]",
                        cancellationToken => ApplyAsync(context.Document.Project.Solution, [diagnostic], cancellationToken),
                        equivalenceKey: nameof(AddMemberKeyFix)),
                    diagnostic);
            }
        }
    }

    /// <summary>Numbers the members of the diagnostics, which may be in any documents of the solution.</summary>
    internal static async Task<Solution> ApplyAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var keys = await KeyAssignment.CreateAsync(solution, diagnostics, cancellationToken).ConfigureAwait(false);
        var changed = solution;
        foreach (var group in keys.GroupBy(static pair => pair.Key.Location.SourceTree))
        {
            if (solution.GetDocument(group.Key) is not { } document)
            {
                continue;
            }

            var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
            foreach (var (diagnostic, key) in group.Select(static pair => (pair.Key, pair.Value)))
            {
                MemberAttributes.Add(editor, MemberAttributes.FindMember(editor.OriginalRoot, diagnostic.Location)!, $"MessagePack.Key({key})");
            }

            changed = changed.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return changed;
    }
}
