using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Tuples of both kinds, pairs and groups: arrays of their items. The names that C# gives to items do not travel.</summary>
internal static class TupleParser
{
    private const int MaxItems = 7;
    private const string Class = "System.Tuple`";
    private const string Struct = "System.ValueTuple`";
    private const string Pair = "System.Collections.Generic.KeyValuePair`2";

    private static readonly string[] ItemNames = ["Item1", "Item2", "Item3", "Item4", "Item5", "Item6", "Item7", "Rest"];
    private static readonly string[] PairNames = ["Key", "Value"];

    public static bool IsTuple(string metadataName) =>
        metadataName == Pair || metadataName.StartsWith(Struct, StringComparison.Ordinal) || metadataName.StartsWith(Class, StringComparison.Ordinal);

    public static ValueModel? Parse(INamedTypeSymbol type, TypeRef declared, ValueSite site, WireTypes types)
    {
        // C# has tuples of any number of items: those from the eighth on are in a tuple of their own.
        if (type.TypeArguments.Length > MaxItems
            && !(type.TypeArguments[MaxItems] is INamedTypeSymbol { Name: "Tuple" or "ValueTuple" } rest && IsTuple(rest.OriginalDefinition.MetadataName())))
        {
            types.Context.Error(
                Rules.UnsupportedMember, site.Location, type.DisplayName(), site.Name, "the eighth argument of a tuple must be a tuple of the items that are left");
            return null;
        }

        var names = type.Name == "KeyValuePair" ? PairNames : ItemNames;
        var items = new List<TupleItem>();
        foreach (var argument in type.TypeArguments)
        {
            if (types.Parse(argument, site) is { } value)
            {
                var name = names[items.Count];
                items.Add(new TupleItem("tuple." + name, Identifiers.CamelCase(name), value));
            }
        }

        return items.Count == type.TypeArguments.Length ? Shape(type, declared, items, "new " + declared.Name, types) : null;
    }

    /// <summary>A key and the elements that share it.</summary>
    public static ValueModel? ParseGrouping(INamedTypeSymbol type, TypeRef declared, ValueSite site, WireTypes types)
    {
        var elements = types.Context.Compilation.GetTypeByMetadataName(KnownTypes.IEnumerableOfT)!
            .Construct([type.TypeArguments[1]], [type.TypeArgumentNullableAnnotations[1]])
            .WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return types.Parse(type.TypeArguments[0], site) is { } key && types.Parse(elements, site) is { } value
            ? Shape(type, declared, [new("tuple.Key", "key", key), new("tuple", "elements", value)], "global::Messaging.Codegen.Serialization.PackReader.ToGrouping", types)
            : null;
    }

    private static ValueModel Shape(INamedTypeSymbol type, TypeRef declared, List<TupleItem> items, string make, WireTypes types)
    {
        var shape = types.Shapes.GetOrAdd(type, shape => new TupleShape
        {
            Name = shape.Name,
            Type = declared.AsNonNullable(),
            Items = items.ToEquatableArray(),
            Make = make,
        });
        return new ValueModel
        {
            Type = declared,
            Kind = ValueKind.Shape,
            Shape = shape.Name,
            Wire = WireType.TupleOf(items.Select(static item => WireText.Of(item.Value))),
            MinimumBytes = 1 + items.Sum(static item => item.Value.MinimumBytes),
        };
    }
}
