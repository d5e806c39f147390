using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Whether emitted code, which stands in the same assembly but outside of every type, can name types and use members.</summary>
internal static class Reachability
{
    /// <summary>Why <paramref name="type"/> itself cannot be named, or null when it can. Type arguments are looked at where they are used.</summary>
    public static string? Explain(INamedTypeSymbol type, Compilation compilation)
    {
        for (var current = type.OriginalDefinition; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return $"'{current.DisplayName()}' is file-local; make it internal";
            }

            if (!compilation.IsSymbolAccessibleWithin(current, compilation.Assembly))
            {
                return $"'{current.DisplayName()}' is {Word(current.DeclaredAccessibility)}; make it internal or public";
            }
        }

        return null;
    }

    /// <summary>True when emitted code can name the type with all its arguments.</summary>
    public static bool IsNameable(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => IsNameable(array.ElementType, compilation),
        INamedTypeSymbol named => Explain(named, compilation) is null && named.TypeArguments.All(argument => IsNameable(argument, compilation)),
        _ => false,
    };

    /// <summary>True when code of the assembly may use the member.</summary>
    public static bool IsReachable(ISymbol member, Compilation compilation) => compilation.IsSymbolAccessibleWithin(member, compilation.Assembly);

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
