using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG511: gives the newer version of a contract an <c>[Upcast]</c> method for the older one, wherever it is declared. Its body is left to be written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaffoldUpcasterFix))]
[Shared]
public sealed class ScaffoldUpcasterFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.VersionWithoutHandler];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ScaffoldUpcasterFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(CanFix))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Turn '{diagnostic.Properties[FixProperties.Older]}' into '{diagnostic.Properties[FixProperties.Newer]}' by an [Upcast] method",
                    cancellationToken => UpcasterEdit.ApplyAsync(context.Document.Project.Solution, [diagnostic], cancellationToken),
                    equivalenceKey: nameof(ScaffoldUpcasterFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>True when an upcaster is what is missing.</summary>
    internal static bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Older);
}
