using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG112: adds types to the cases of their union, wherever that is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCaseFix))]
[Shared]
public sealed class AddCaseFix : SolutionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnlistedCase];

    /// <inheritdoc/>
    protected override string Title => "Add it to the cases of the union";

    /// <summary>True where the union is at hand.</summary>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.CanAddCase);

    /// <inheritdoc/>
    protected override Task<Solution> FixAsync(Solution solution, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellationToken) =>
        UnionEdit.ApplyAsync(solution, diagnostics, cancellationToken);
}
