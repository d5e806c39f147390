using System.Globalization;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Reads <c>[ReservedKeys]</c> and <c>[ReservedTags]</c>.</summary>
internal static class Reservations
{
    /// <summary>True when the key of a member is reserved by the type that declares it.</summary>
    public static bool Holds(KeyedMember member) =>
        Arguments(member.Symbol.ContainingType, KnownTypes.ReservedKeysAttribute)
            .Any(value => member.KeyName is { } name ? Equals(value, name) : Equals(value, member.Key));

    /// <summary>The keys that a type and its bases reserve, as facts spell them.</summary>
    public static EquatableArray<string> KeysOf(INamedTypeSymbol type, bool areNames)
    {
        var keys = new List<string>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var value in Arguments(current, KnownTypes.ReservedKeysAttribute))
            {
                if (value is int key && !areNames)
                {
                    keys.Add(key.ToString("D3", CultureInfo.InvariantCulture));
                }
                else if (value is string name && areNames)
                {
                    keys.Add(FactText.Quote(name));
                }
            }
        }

        return keys.Distinct().OrderBy(static key => key, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The numbers that a type and its bases reserve.</summary>
    public static IEnumerable<int> NumbersOf(INamedTypeSymbol type) =>
        KeysOf(type, areNames: false).Select(static key => int.Parse(key, CultureInfo.InvariantCulture));

    /// <summary>The tags of a union, or the numbers of an enum, that must not be used again.</summary>
    public static IReadOnlyCollection<long> TagsOf(INamedTypeSymbol type) =>
        [.. Arguments(type, KnownTypes.ReservedTagsAttribute).OfType<long>().Distinct().OrderBy(static tag => tag)];

    /// <summary>A tag as facts spell it.</summary>
    public static string Tag(long tag) => tag.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>A number of an enum as facts spell it.</summary>
    public static string Number(long number) => new ValueFact(number.ToString(CultureInfo.InvariantCulture), "").ToString().TrimEnd();

    private static IEnumerable<object?> Arguments(INamedTypeSymbol type, string attribute) =>
        type.GetAttributes()
            .Where(data => data.AttributeClass.Is(attribute))
            .SelectMany(static data => data.ConstructorArguments)
            .Where(static argument => argument is { Kind: TypedConstantKind.Array, IsNull: false })
            .SelectMany(static argument => argument.Values)
            .Select(static value => value.Value);
}
