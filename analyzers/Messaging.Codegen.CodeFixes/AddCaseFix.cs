using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG112: adds a type to the cases of its union, wherever that is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCaseFix))]
[Shared]
public sealed class AddCaseFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnlistedCase];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AddCaseFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(CanFix))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Add it to the cases of the union",
                    cancellationToken => UnionEdit.ApplyAsync(context.Document.Project.Solution, [diagnostic], cancellationToken),
                    equivalenceKey: nameof(AddCaseFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>True where the union is at hand.</summary>
    internal static bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CanAddCase);
}
