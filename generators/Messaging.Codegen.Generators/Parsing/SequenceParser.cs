using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Arrays, lists, sets and raw bytes.</summary>
internal static class SequenceParser
{
    public static ValueModel? ParseArray(IArrayTypeSymbol array, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (array.Rank != 1)
        {
            types.Context.Error(Rules.UnsupportedMember, site.Location, array.DisplayName(), site.Name, "arrays have one dimension: use an array of arrays");
            return null;
        }

        if (array.ElementType.SpecialType == SpecialType.System_Byte)
        {
            return Binary(declared, ValueKind.Binary);
        }

        return types.Parse(array.ElementType, site) is not { } element ? null
            : element.IsBulk ? Numbers(declared, ValueKind.NumberArray, element.Scalar)
            : Shape(array, declared, element, SequenceSource.Array, new CollectionTarget(NewArray(array.ElementType), TargetKind.Array, ""), types);
    }

    public static ValueModel? Parse(INamedTypeSymbol type, SequenceEntry entry, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (types.Parse(type.TypeArguments[0], site) is not { } element)
        {
            return null;
        }

        if (entry.Source == SequenceSource.List)
        {
            if (element.IsBulk)
            {
                return Numbers(declared, ValueKind.NumberList, element.Scalar);
            }

            if (element is { Kind: ValueKind.Scalar, Scalar: ScalarKind.Byte, Type.IsNullable: false })
            {
                return Numbers(declared, ValueKind.ByteList, ScalarKind.Byte);
            }
        }

        return Shape(type, declared, element, entry.Source, TargetOf(type, entry, element), types);
    }

    public static ValueModel? ParseMemory(INamedTypeSymbol type, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (type.TypeArguments[0].SpecialType == SpecialType.System_Byte)
        {
            return Binary(declared, ValueKind.Memory);
        }

        types.Context.Error(Rules.UnsupportedMember, site.Location, type.DisplayName(), site.Name, "only the memory of bytes is supported: use an array");
        return null;
    }

    private static ValueModel Shape(
        ITypeSymbol type,
        TypeRef declared,
        ValueModel element,
        SequenceSource source,
        CollectionTarget target,
        WireTypes types)
    {
        var entry = types.Shapes.GetOrAdd(type, entry => new SequenceShape
        {
            Name = entry.Name,
            Type = declared.AsNonNullable(),
            Element = element,
            Source = source,
            Target = target,
        });
        return new ValueModel { Type = declared, Kind = ValueKind.Shape, Shape = entry.Name, Wire = WireType.ListOf(WireText.Of(element)) };
    }

    private static CollectionTarget TargetOf(INamedTypeSymbol type, SequenceEntry entry, ValueModel element)
    {
        var self = type.ToTypeRef().Name;
        return entry.Target switch
        {
            TargetKind.Array or TargetKind.FromArray => new CollectionTarget(
                NewArray(type.TypeArguments[0]), entry.Target, entry.Member == "new" ? "new " + self : entry.Member),
            _ => new CollectionTarget(
                entry.Concrete is { } concrete ? $"global::{concrete}<{element.Type.Declared}>" : self, entry.Target, entry.Member),
        };
    }

    /// <summary><c>int[count][]</c> for elements that are arrays of <c>int</c>.</summary>
    private static string NewArray(ITypeSymbol element)
    {
        var ranks = "";
        for (; element is IArrayTypeSymbol array; element = array.ElementType)
        {
            ranks += "[]";
        }

        return element.ToTypeRef().Declared + "[count]" + ranks;
    }

    private static ValueModel Numbers(TypeRef declared, ValueKind kind, ScalarKind scalar) =>
        new() { Type = declared, Kind = kind, Scalar = scalar, Wire = WireType.ListOf(ScalarTypes.WireName(scalar)) };

    private static ValueModel Binary(TypeRef declared, ValueKind kind) => new() { Type = declared, Kind = kind, Wire = "bin" };
}
