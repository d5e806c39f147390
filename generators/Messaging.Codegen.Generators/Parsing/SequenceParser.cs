using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Arrays, lists, sets and raw bytes.</summary>
internal static class SequenceParser
{
    private const int MaxRank = 4;

    public static ValueModel? ParseArray(IArrayTypeSymbol array, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (array.Rank > MaxRank)
        {
            types.Context.Error(
                Rules.UnsupportedMember, site.Location, array.DisplayName(), site.Name, "arrays have at most four dimensions: use an array of arrays");
            return null;
        }

        if (array is { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return Binary(declared, ValueKind.Binary);
        }

        if (types.Parse(array.ElementType, site) is not { } element)
        {
            return null;
        }

        return array.Rank > 1 ? Grid(array, declared, element, types)
            : element.IsBulk ? Numbers(declared, ValueKind.NumberArray, element.Scalar)
            : Shape(array, declared, element, SequenceSource.Array, new CollectionTarget(NewArray(array.ElementType, "count"), TargetKind.Array, "", ""), types);
    }

    public static ValueModel? Parse(INamedTypeSymbol type, SequenceEntry entry, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (type.TypeArguments[0].SpecialType == SpecialType.System_Byte && BinaryKind(entry.Source) is { } kind)
        {
            return Binary(declared, kind) with
            {
                IsNilByDefault = entry.Source == SequenceSource.Segment,
                IsArrayLike = entry.Source is SequenceSource.Memory or SequenceSource.Segment,
            };
        }

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

        return Shape(type, declared, element, entry.Source, TargetOf(type, entry, element), types) with
        {
            IsNilByDefault = entry.Source is SequenceSource.ImmutableArray or SequenceSource.Segment,
            IsArrayLike = entry.Source is SequenceSource.Memory or SequenceSource.Segment,
        };
    }

    /// <summary>Pairs of an element and its priority, in no order that means anything.</summary>
    public static ValueModel? ParsePriorityQueue(INamedTypeSymbol type, TypeRef declared, ValueSite site, WireTypes types) =>
        ParseParts(type, "System.ValueTuple`2", SequenceSource.Unordered, "new " + declared.Name, declared, site, types);

    /// <summary>Groups of elements by a key, which is there once.</summary>
    public static ValueModel? ParseLookup(INamedTypeSymbol type, TypeRef declared, ValueSite site, WireTypes types)
    {
        if (types.Parse(type.TypeArguments[0], site) is not { } key)
        {
            return null;
        }

        if (key.IsKey)
        {
            return ParseParts(type, "System.Linq.IGrouping`2", SequenceSource.Counted, "reader.ToLookup", declared, site, types);
        }

        types.Context.Error(Rules.UnsupportedMember, site.Location, type.DisplayName(), site.Name, MapParser.KeysMustBeScalar);
        return null;
    }

    /// <summary>A collection whose elements are of a type that has the same two arguments.</summary>
    private static ValueModel? ParseParts(
        INamedTypeSymbol type,
        string part,
        SequenceSource source,
        string make,
        TypeRef declared,
        ValueSite site,
        WireTypes types)
    {
        var element = types.Context.Compilation.GetTypeByMetadataName(part)!
            .Construct(type.TypeArguments, type.TypeArgumentNullableAnnotations)
            .WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return types.Parse(element, site) is { } value
            ? Shape(type, declared, value, source, new CollectionTarget(NewArray(element, "count"), TargetKind.FromArray, "", make), types)
            : null;
    }

    private static ValueKind? BinaryKind(SequenceSource source) => source switch
    {
        SequenceSource.Memory => ValueKind.Memory,
        SequenceSource.Segment or SequenceSource.Segments => ValueKind.Segments,
        _ => null,
    };

    private static ValueModel Grid(IArrayTypeSymbol array, TypeRef declared, ValueModel element, WireTypes types)
    {
        var entry = types.Shapes.GetOrAdd(array, entry => new GridShape
        {
            Name = entry.Name,
            Type = declared.AsNonNullable(),
            Element = element,
            Rank = array.Rank,
            New = NewArray(array.ElementType, string.Join(", ", Enumerable.Range(0, array.Rank).Select(static i => $"lengths[{Identifiers.Literal(i)}]"))),
        });
        return new ValueModel
        {
            Type = declared,
            Kind = ValueKind.Shape,
            Shape = entry.Name,
            Wire = WireType.TupleOf(Enumerable.Repeat(ScalarTypes.WireName(ScalarKind.Int32), array.Rank).Append(WireType.ListOf(WireText.Of(element)))),
            MinimumBytes = 2 + array.Rank,
        };
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
        var filled = entry.Target is TargetKind.Array or TargetKind.FromArray or TargetKind.Reversed
            ? NewArray(type.TypeArguments[0], "count")
            : entry.Concrete is { } concrete ? $"global::{concrete}<{element.Type.Declared}>" : self;
        return new CollectionTarget(filled, entry.Target, entry.Add, entry.Make == "new" ? "new " + self : entry.Make ?? "");
    }

    /// <summary><c>int[count][]</c> for elements that are arrays of <c>int</c>.</summary>
    private static string NewArray(ITypeSymbol element, string lengths)
    {
        var ranks = "";
        for (; element is IArrayTypeSymbol array; element = array.ElementType)
        {
            ranks += "[" + new string(',', array.Rank - 1) + "]";
        }

        return element.ToTypeRef().Declared + "[" + lengths + "]" + ranks;
    }

    private static ValueModel Numbers(TypeRef declared, ValueKind kind, ScalarKind scalar) =>
        new() { Type = declared, Kind = kind, Scalar = scalar, Wire = WireType.ListOf(ScalarTypes.WireName(scalar)) };

    private static ValueModel Binary(TypeRef declared, ValueKind kind) => new() { Type = declared, Kind = kind, Wire = "bin" };
}
