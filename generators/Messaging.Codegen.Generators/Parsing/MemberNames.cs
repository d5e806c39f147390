using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>
/// Layouts with names for keys: which types have one, what their members are called, and the order in which they travel. All of it follows
/// MessagePack-CSharp, whose bytes depend on it.
/// </summary>
internal static class MemberNames
{
    /// <summary>True for <c>[MessagePackObject(keyAsPropertyName: true)]</c>, also of a base: every public member is called by its own name.</summary>
    public static bool AreImplicit(INamedTypeSymbol type) => Marker(type) is { ConstructorArguments: [{ Value: true }, ..] };

    /// <summary>True when private members are asked for, which have no key to be told from private state by.</summary>
    public static bool AreImplicitAndPrivate(INamedTypeSymbol type) => AreImplicit(type) && Marker(type)?.Named("AllowPrivate") is true;

    /// <summary>True when the members have names for keys: by the marker, or because the first key is one.</summary>
    public static bool AreUsed(INamedTypeSymbol type) =>
        AreImplicit(type)
            || SerializableMembers.Of(type)
                .Select(static member => member.Attribute(KnownTypes.KeyAttribute))
                .FirstOrDefault(static attribute => attribute is not null) is { ConstructorArguments: [{ Value: string }] };

    /// <summary>True for a member that a message carries.</summary>
    public static bool IsKeyed(KeyedMember member, INamedTypeSymbol type) =>
        member.Attribute(KnownTypes.KeyAttribute) is not null
            || (AreImplicit(type) && SerializableMembers.NeedsKey(member.Symbol) && !SerializableMembers.IsIgnored(member));

    /// <summary>
    /// Puts the members into the order in which they travel and numbers them: those with <c>[DataMember(Order = …)]</c> first. Then bases come before
    /// what derives from them and properties before fields; with the members' own names the bases count more, with given names the kinds do.
    /// </summary>
    public static List<KeyedMember> Order(List<KeyedMember> members, INamedTypeSymbol type)
    {
        var isImplicit = AreImplicit(type);
        var ordered = members
            .OrderBy(static member => ExplicitOrder(member))
            .ThenBy(member => isImplicit ? 0 : FieldsLast(member))
            .ThenBy(member => Depth(Place(member, isImplicit).ContainingType))
            .ThenBy(static member => FieldsLast(member))
            .ThenBy(member => Position(Place(member, isImplicit)))
            .ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].Key = i;
        }

        return ordered;
    }

    private static AttributeData? Marker(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Attribute(KnownTypes.MessagePackObjectAttribute) is { } marker)
            {
                return marker;
            }
        }

        return null;
    }

    private static int ExplicitOrder(KeyedMember member) =>
        member.Symbol.Attribute(KnownTypes.DataMemberAttribute) is { } attribute ? attribute.Named("Order") as int? ?? -1 : int.MaxValue;

    private static int FieldsLast(KeyedMember member) => member.Symbol is IFieldSymbol ? 1 : 0;

    /// <summary>With a given name an override stands where the name was given first.</summary>
    private static ISymbol Place(KeyedMember member, bool isImplicit)
    {
        var symbol = member.Symbol;
        while (!isImplicit && symbol is IPropertySymbol { OverriddenProperty: { } overridden })
        {
            symbol = overridden;
        }

        return symbol;
    }

    private static int Depth(INamedTypeSymbol type) => type.BaseType is { } baseType ? 1 + Depth(baseType) : 0;

    private static int Position(ISymbol member) => member.ContainingType.GetMembers().IndexOf(member, 0, SymbolEqualityComparer.Default);
}
