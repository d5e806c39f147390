using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Which members of a type can hold data.</summary>
internal static class SerializableMembers
{
    /// <summary>The properties and fields of the type's bases and of the type itself, in this order; an override stands for what it overrides.</summary>
    public static List<KeyedMember> Of(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            levels.Push(current);
        }

        var members = new List<KeyedMember>();
        foreach (var level in levels)
        {
            foreach (var symbol in level.GetMembers())
            {
                if (symbol is IPropertySymbol { Name: not "EqualityContract" } or IFieldSymbol { AssociatedSymbol: null, IsImplicitlyDeclared: false })
                {
                    members.RemoveAll(other => IsOverride(symbol, other.Symbol));
                    members.Add(new KeyedMember(symbol));
                }
            }
        }

        return members;
    }

    /// <summary>True for what a reader would miss: public fields, and public properties that store something.</summary>
    public static bool NeedsKey(ISymbol member)
    {
        if (member is { IsStatic: true } or { DeclaredAccessibility: not Accessibility.Public })
        {
            return false;
        }

        return member switch
        {
            IFieldSymbol => true,
            IPropertySymbol { IsIndexer: true } or IPropertySymbol { GetMethod: null } => false,
            IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } => true,
            IPropertySymbol property => HasBackingField(property),
            _ => false,
        };
    }

    /// <summary>The member of a type between <paramref name="type"/> and the member's own that has the same name, or null.</summary>
    public static ISymbol? FindHiding(ISymbol member, INamedTypeSymbol type)
    {
        for (var level = type; level is not null && !SymbolEqualityComparer.Default.Equals(level, member.ContainingType); level = level.BaseType)
        {
            if (level.GetMembers(member.Name).FirstOrDefault(candidate => !IsOverride(candidate, member)) is { } hiding)
            {
                return hiding;
            }
        }

        return null;
    }

    /// <summary>Why a key cannot work on the member, or null.</summary>
    public static string? ExplainMisuse(KeyedMember member) => member.Symbol switch
    {
        { IsStatic: true } => "it is static or constant, and no part of a value",
        IPropertySymbol { IsIndexer: true } => "it is an indexer",
        IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => "it is an explicit implementation of an interface",
        IPropertySymbol when member.Getter is null => "it has no getter",
        IPropertySymbol { RefKind: not RefKind.None } or IFieldSymbol { RefKind: not RefKind.None } => "it is a reference",
        _ => null,
    };

    /// <summary>True for a member that says itself that it does not travel.</summary>
    public static bool IsIgnored(KeyedMember member) =>
        member.Attribute(KnownTypes.IgnoreMemberAttribute) is not null || member.Attribute(KnownTypes.IgnoreDataMemberAttribute) is not null;

    private static bool IsOverride(ISymbol symbol, ISymbol other)
    {
        for (var overridden = (symbol as IPropertySymbol)?.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
