using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Finds the contract behind a type that a handler takes or returns, in this assembly or a referenced one.</summary>
internal static class HandledContract
{
    /// <summary>True when <paramref name="type"/> is a contract, or <see cref="Nullable{T}"/> of one.</summary>
    public static bool Is(ITypeSymbol type) => Unwrap(type) is { } named && ContractHeaderParser.IsContract(named);

    /// <summary>
    /// The contract; null when it is invalid. An invalid contract of this assembly has diagnostics of its own, so nothing is said here;
    /// one of another assembly is MSG009.
    /// </summary>
    public static ContractHeader? Find(ITypeSymbol type, Location? location, ParseContext context)
    {
        if (Unwrap(type) is not { } named || !ContractHeaderParser.IsContract(named))
        {
            return null;
        }

        var silent = new ParseContext(context.Compilation, report: null, context.CancellationToken);
        var isOwn = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, context.Compilation.Assembly);
        if (!isOwn && !named.AllInterfaces.Any(static candidate => candidate.Is(KnownTypes.IMessage)))
        {
            context.Error(Rules.NoManifest, location, named.DisplayName(), named.ContainingAssembly.Name);
            return null;
        }

        // Every type that something can be added to becomes a contract, with mistakes or without: see BrokenContractModel.
        var contract = !isOwn || ContractRules.CheckType(named, silent) ? ContractHeaderParser.Parse(named, silent) : null;
        if (contract is null)
        {
            context.Invalidate();
        }

        return contract;
    }

    private static INamedTypeSymbol? Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0] as INamedTypeSymbol
            : type as INamedTypeSymbol;
}
