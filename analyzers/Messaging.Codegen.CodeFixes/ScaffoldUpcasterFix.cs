using System.Collections.Immutable;
using System.Composition;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Messaging.Codegen.CodeFixes;

/// <summary>MSG511: gives the newer version of a contract an <c>[Upcast]</c> method for the older one, wherever it is declared. Its body is left to be written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaffoldUpcasterFix))]
[Shared]
public sealed class ScaffoldUpcasterFix : SolutionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.VersionWithoutHandler];

    /// <inheritdoc/>
    protected override string Title => "Add [Upcast] methods for the older versions";

    /// <inheritdoc/>
    protected override string TitleFor(Diagnostic diagnostic) =>
        $"Turn '{diagnostic.Properties[FixProperties.Older]}' into '{diagnostic.Properties[FixProperties.Newer]}' by an [Upcast] method";

    /// <summary>True when an upcaster is what is missing.</summary>
    protected override bool CanFix(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FixProperties.Older);

    /// <inheritdoc/>
    protected override Task<Solution> FixAsync(Solution solution, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellationToken) =>
        UpcasterEdit.ApplyAsync(solution, diagnostics, cancellationToken);
}
