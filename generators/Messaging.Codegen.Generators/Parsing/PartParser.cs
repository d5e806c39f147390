using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Types with keyed members inside of contracts, marked or not, from this assembly or another.</summary>
internal static class PartParser
{
    public static ValueModel? Parse(INamedTypeSymbol type, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (UnionParser.IsUnion(type))
        {
            return UnionParser.Parse(type, declared, types);
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            var kind = type.TypeKind == TypeKind.Interface ? "an interface" : "an abstract class";
            types.Context.Error(Rules.NoUnionCases, site.Location, type.DisplayName(), site.Name, kind);
            return null;
        }

        if (ContractHeaderParser.IsContract(type) && !IsEmbeddable(type, types.Context.Compilation))
        {
            return ParseContract(type, declared, types);
        }

        if (!KeyedMembers.HasAny(type))
        {
            types.Context.Error(
                Rules.NoSerializer,
                site.Location,
                type.DisplayName(),
                site.Name,
                "it is no supported type, and none of its members has a [Key]: give them keys, or the type a [MessageConverter]");
            return null;
        }

        var entry = types.Shapes.GetOrAdd(type, entry =>
        {
            entry.Wire = ContractHeaderParser.IdentityOf(type) ?? WireType.PartPrefix + entry.Name;
            return ParseObject(type, entry, site, types);
        });
        return entry.Shape is null && !entry.IsOpen
            ? null
            : new ValueModel { Type = declared, Kind = ValueKind.Shape, Shape = entry.Name, Wire = entry.Wire, MinimumBytes = entry.MinimumBytes };
    }

    private static PartShape? ParseObject(INamedTypeSymbol type, ShapeTable.Entry entry, ValueSite site, WireTypes types)
    {
        if (types.Context.Inside(type, () => ObjectParser.Parse(type, within: null, site, types)) is not { } layout)
        {
            return null;
        }

        entry.MinimumBytes = MinimumBytes(layout);
        return new PartShape { Name = entry.Name, Wire = entry.Wire, Type = type.ToTypeRef().AsNonNullable(), Object = layout, IsRecursive = entry.IsRecursive };
    }

    private static ValueModel ParseContract(INamedTypeSymbol type, TypeRef declared, WireTypes types)
    {
        var entry = types.Shapes.GetOrAdd(type, entry =>
        {
            entry.Wire = ContractHeaderParser.IdentityOf(type) ?? entry.Name;
            return new ContractShape { Name = entry.Name, Type = type.ToTypeRef().AsNonNullable(), Identity = entry.Wire };
        });
        return new ValueModel { Type = declared, Kind = ValueKind.Shape, Shape = entry.Name, Wire = entry.Wire };
    }

    /// <summary>
    /// A contract's members are written in place where they can be reached and their defaults seen. Else its own serializer is called, which the
    /// generator has written into the contract (of another assembly) or is about to.
    /// </summary>
    private static bool IsEmbeddable(INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? KeyedMembers.AllReachable(type, compilation)
            : !type.AllInterfaces.Any(static candidate => candidate.Is(KnownTypes.IMessage));

    /// <summary>A header and every slot up to the last one that must be there; of a map the pairs that must be there.</summary>
    private static int MinimumBytes(ObjectModel layout)
    {
        var required = layout.Members.Where(static member => member.Absence == Absence.Fails).ToList();
        return required.Count == 0 ? 1
            : layout.IsMap ? 1 + required.Sum(static member => Emit.NamedWriteEmitter.NameBytes(member.KeyName!) + member.Value.MinimumBytes)
            : 1 + required[^1].Key + 1 - required.Count + required.Sum(static member => member.Value.MinimumBytes);
    }
}
