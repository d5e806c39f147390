using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads of a contract with a mistake what is needed to keep the mistake in its place.</summary>
internal static class BrokenContractParser
{
    /// <summary>The contract of the generator: as it is meant, or else what can be kept of it.</summary>
    public static ParsedContract ParseAny(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        ContractParser.Parse(type, new ParseContext(compilation, report: null, cancellationToken)) is { } contract
            ? new ParsedContract(contract, null, null)
            : Parse(type, new ParseContext(compilation, report: null, cancellationToken)) is { } broken
                ? new ParsedContract(null, broken, null)
                : new ParsedContract(null, null, LostContractParser.Parse(type, compilation, cancellationToken));

    private static BrokenContractModel? Parse(INamedTypeSymbol type, ParseContext context) =>
        !ContractRules.CheckType(type, context)
            ? null
            : new BrokenContractModel(
                Symbols.HintNameOf(type, "Contract"),
                Symbols.NamespaceOf(type),
                ContractParser.Declarations(type).ToEquatableArray(),
                type.ToTypeRef().AsNonNullable().Name,
                type.DisplayName(),
                ContractRules.CheckNames(type, context) && !ContractHeaderParser.IsRequest(type) ? Identifiers.Escape(type.Name + "Publisher") : null,
                ContractParser.IsPublic(type) ? "public" : "internal",
                ContractHeaderParser.IsReusable(type),
                type.IsValueType);
}
