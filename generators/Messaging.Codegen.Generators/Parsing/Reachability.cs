using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Whether emitted code, which stands in the same assembly but outside of every type, can name types and use members.</summary>
internal static class Reachability
{
    /// <summary>Why <paramref name="type"/> or one of its arguments cannot be named, or null when all can.</summary>
    public static string? Explain(INamedTypeSymbol type, Compilation compilation)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (ExplainDefinition(current.OriginalDefinition, compilation) is { } reason)
            {
                return reason;
            }

            foreach (var argument in current.TypeArguments)
            {
                if (ExplainAny(argument, compilation) is { } argumentReason)
                {
                    return argumentReason;
                }
            }
        }

        return null;
    }

    /// <summary>True when emitted code can name the type with all its arguments.</summary>
    public static bool IsNameable(ITypeSymbol type, Compilation compilation) => ExplainAny(type, compilation) is null;

    /// <summary>Why a type, of whatever kind, or one of its arguments cannot be named, or null when all can.</summary>
    public static string? ExplainAny(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => ExplainAny(array.ElementType, compilation),
        INamedTypeSymbol named => Explain(named, compilation),
        _ => null,
    };

    private static string? ExplainDefinition(INamedTypeSymbol type, Compilation compilation) =>
        type.IsFileLocal ? $"'{type.DisplayName()}' is file-local; make it internal"
            : !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
                ? $"'{type.DisplayName()}' is {Word(type.DeclaredAccessibility)}; make it internal or public"
            : IsForbidden(type) ? $"'{type.DisplayName()}' is obsolete, and its use an error"
            : null;

    /// <summary>True for what has <c>[Obsolete(…, error: true)]</c>; nothing silences that error.</summary>
    public static bool IsForbidden(ISymbol symbol) =>
        symbol.Attribute("System.ObsoleteAttribute") is { ConstructorArguments: [_, { Value: true }, ..] };

    /// <summary>True when code of the assembly may use the member.</summary>
    public static bool IsReachable(ISymbol member, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(member, compilation.Assembly) && !IsForbidden(member);

    /// <summary>Why code of the assembly may not use the member, for the end of a sentence.</summary>
    public static string ExplainMember(ISymbol member) => IsForbidden(member)
        ? "obsolete, and its use an error"
        : $"{Word(member.DeclaredAccessibility)}; make it internal or public";

    /// <summary>The accessibility in C#'s words.</summary>
    public static string Word(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.Internal => "internal",
        _ => "public",
    };
}
