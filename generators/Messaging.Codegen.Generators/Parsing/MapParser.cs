using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Dictionaries.</summary>
internal static class MapParser
{
    public const string KeysMustBeScalar = "keys must be scalar values that are not null: use a list of pairs";

    private const string Dictionary = "System.Collections.Generic.Dictionary`2";

    public static ValueModel? Parse(INamedTypeSymbol type, MapEntry entry, TypeRef declared, ValueSite site, WireTypes types)
    {
        var key = types.Parse(type.TypeArguments[0], site);
        var value = types.Parse(type.TypeArguments[1], site);
        if (key is null || value is null)
        {
            return null;
        }

        if (!key.IsKey)
        {
            types.Context.Error(
                Rules.UnsupportedMember, site.Location, type.DisplayName(), site.Name, KeysMustBeScalar);
            return null;
        }

        var target = TargetOf(type, declared, entry, key, site, types);
        var shape = types.Shapes.GetOrAdd(type, shape => new MapShape
        {
            Name = shape.Name,
            Type = declared.AsNonNullable(),
            Key = key,
            Value = value,
            IsInterface = entry.IsInterface,
            IsConcurrent = entry.IsConcurrent,
            Target = target,
        });
        return new ValueModel
        {
            Type = declared,
            Kind = ValueKind.Shape,
            Shape = shape.Name,
            Wire = WireType.MapOf(WireText.Of(key), WireText.Of(value)),
        };
    }

    private static MapTarget TargetOf(INamedTypeSymbol type, TypeRef declared, MapEntry entry, ValueModel key, ValueSite site, WireTypes types)
    {
        var arguments = string.Join(", ", type.TypeArguments.Select(static argument => argument.ToTypeRef().Declared));
        return new MapTarget
        {
            Dictionary = entry.Fill == MapFill.Dictionary ? ParseDictionary(type, site, types)?.Shape : null,
            Factory = entry.Fill switch
            {
                MapFill.TryAdd => $"new {declared.Name}(count)",
                MapFill.Add => $"new {declared.Name}()",
                MapFill.Sorted => $"new global::System.Collections.Generic.SortedDictionary<{arguments}>()",
                MapFill.Builder => $"{entry.Factory}<{arguments}>()",
                _ => entry.Factory == "new" ? "new " + declared.Name : entry.Factory ?? "",
            },
            IsGuarded = entry.Fill == MapFill.TryAdd && key.Scalar != ScalarKind.String,
            HasTryAdd = entry.Fill == MapFill.TryAdd,
            Result = entry.Fill switch
            {
                MapFill.Sorted => $"new {declared.Name}(map)",
                MapFill.Builder => "map.ToImmutable()",
                _ => "map",
            },
        };
    }

    private static ValueModel? ParseDictionary(INamedTypeSymbol type, ValueSite site, WireTypes types)
    {
        var dictionary = types.Context.Compilation.GetTypeByMetadataName(Dictionary)!.Construct(type.TypeArguments, type.TypeArgumentNullableAnnotations);
        return Parse(dictionary, CollectionTypes.Maps[Dictionary], dictionary.ToTypeRef().AsNonNullable(), site, types);
    }
}
