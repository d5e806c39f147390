using System.Globalization;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>
/// Whether a contract is lost to the reader of a build's output. A type that nothing can be added to, above all one that is not partial, is no contract where it
/// is used. When a declaration uses it, such as the constructor of a class that wants its publisher, the compiler says that a constraint is not met and ends
/// before it runs analyzers: the rule that knows the reason would stay silent. Then, and only then, the generator says it.
/// </summary>
internal static class LostContractParser
{
    /// <summary>What is to be said; null when the analyzers will say it.</summary>
    public static LostContractModel? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        Diagnostic? reason = null;
        ContractRules.CheckType(type, new ParseContext(compilation, diagnostic => reason ??= diagnostic, cancellationToken));
        return reason?.Location.SourceTree is { } tree && IsMissed(type, compilation, cancellationToken)
            ? new LostContractModel(
                reason.Id,
                reason.GetMessage(CultureInfo.InvariantCulture),
                tree.FilePath,
                reason.Location.SourceSpan,
                reason.Location.GetLineSpan().Span)
            : null;
    }

    private static bool IsMissed(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var name = $"'{type.DisplayName()}'";
        return compilation.GetDeclarationDiagnostics(cancellationToken).Any(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(name));
    }
}
