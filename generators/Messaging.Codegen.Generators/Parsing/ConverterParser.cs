using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Converters that members, types and the assembly name.</summary>
internal static class ConverterParser
{
    private const string OnContract = "a contract has a layout of its own; convert its members";

    /// <summary>
    /// The value by its converter; <paramref name="isConverted"/> is false when it has none, and the result is null, with MSG114, when that is invalid. The
    /// member's goes first, then the assembly's or the type's own.
    /// </summary>
    public static ValueModel? Parse(ITypeSymbol core, TypeRef declared, KeyedMember? member, ValueSite site, WireTypes types, out bool isConverted)
    {
        var found = Find(core, member, types);
        isConverted = found is not null;
        if (found is not var (attribute, owner, converter))
        {
            return null;
        }

        var location = types.Context.Locate(attribute, owner) ?? site.Location;
        if ((Explain(core, converter, types.Context.Compilation) ?? (owner.Equals(member?.Symbol, SymbolEqualityComparer.Default) ? null : ExplainOfType(core, converter, types))) is { } error)
        {
            types.Context.Error(Rules.InvalidConverter, location, (converter as ISymbol)?.DisplayName() ?? "null", core.DisplayName(), error);
            return null;
        }

        return Parse(core, declared, (INamedTypeSymbol)converter!, types);
    }

    /// <summary>MSG114 for a contract with a converter: what it is made of is written by its own keys.</summary>
    public static void CheckContract(INamedTypeSymbol type, ParseContext context)
    {
        if (type.Attribute(KnownTypes.MessageConverterAttribute) is { } attribute)
        {
            context.Error(
                Rules.InvalidConverter, context.Locate(attribute, type), ConverterOf(attribute)?.DisplayName() ?? "null", type.DisplayName(), OnContract);
        }
    }

    /// <summary>MSG114 for a converter that nobody would call.</summary>
    public static void CheckUnkeyed(KeyedMember member, Location? location, ParseContext context)
    {
        if (member.Symbol.Attribute(KnownTypes.MessageConverterAttribute) is { } attribute)
        {
            context.Error(
                Rules.InvalidConverter, location, ConverterOf(attribute)?.DisplayName() ?? "null", member.Symbol.DisplayName(), "the member has no key, so it does not travel");
        }
    }

    private static ValueModel Parse(ITypeSymbol core, TypeRef declared, INamedTypeSymbol converter, WireTypes types)
    {
        var name = converter.ToTypeRef().AsNonNullable().Name;
        var wire = converter.Attribute(KnownTypes.WireTypeAttribute) is { ConstructorArguments: [{ Value: string text }] } ? text : WireType.ConverterPrefix + converter.Name;
        var entry = types.Shapes.GetOrAdd(
            core,
            entry => new ConverterShape { Name = entry.Name, Type = core.ToTypeRef().AsNonNullable(), Converter = name },
            "By" + ShapeNames.Of(converter),
            " by " + name);
        return new ValueModel { Type = declared, Kind = ValueKind.Shape, Shape = entry.Name, Wire = wire };
    }

    private static (AttributeData Attribute, ISymbol Owner, ITypeSymbol? Converter)? Find(ITypeSymbol core, KeyedMember? member, WireTypes types)
    {
        if (member?.Attribute(KnownTypes.MessageConverterAttribute) is { } own)
        {
            return (own, member.Symbol, ConverterOf(own));
        }

        foreach (var attribute in types.Converters)
        {
            if (SymbolEqualityComparer.Default.Equals(TypeOf(attribute), core))
            {
                return (attribute, types.Context.Compilation.Assembly, ConverterOf(attribute));
            }
        }

        return core is INamedTypeSymbol named
            && !ContractHeaderParser.IsContract(named)
            && named.Attribute(KnownTypes.MessageConverterAttribute) is { } typical
                ? (typical, named, ConverterOf(typical))
                : null;
    }

    private static ITypeSymbol? ConverterOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [.., { Kind: TypedConstantKind.Type, Value: ITypeSymbol converter }] ? converter : null;

    private static ITypeSymbol? TypeOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Type, Value: ITypeSymbol type }, _] ? type : null;

    private static string? Explain(ITypeSymbol core, ITypeSymbol? converter, Compilation compilation)
    {
        if (converter is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false, IsUnboundGenericType: false } named)
        {
            return "a converter is a class or struct that is not static, with all its type arguments";
        }

        if (Reachability.Explain(named, compilation) is { } reason)
        {
            return reason;
        }

        if (!named.AllInterfaces.Any(candidate =>
            candidate.Is(KnownTypes.IMessageConverter) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], core)))
        {
            return $"it does not implement IMessageConverter<{core.DisplayName()}>";
        }

        return named.Attribute(KnownTypes.WireTypeAttribute) is { ConstructorArguments: [{ Value: var wire }] }
            && (wire is not string text || text.Any(static c => c is <= ' ' or > '~') || WireType.Parse(text) is null or { IsNullable: true })
            ? "its [WireType] is no type in the grammar of facts, such as 'str' or '[i64]'"
            : null;
    }

    /// <summary>What is wrong with a converter for every value of a type.</summary>
    private static string? ExplainOfType(ITypeSymbol core, ITypeSymbol? converter, WireTypes types)
    {
        if (ContractHeaderParser.IsContract(core))
        {
            return OnContract;
        }

        var others = types.Converters.Where(other => SymbolEqualityComparer.Default.Equals(TypeOf(other), core)).Select(ConverterOf).ToList();
        if (core.Attribute(KnownTypes.MessageConverterAttribute) is { } typical)
        {
            others.Add(ConverterOf(typical));
        }

        return others.Count < 2
            ? null
            : $"the type has {Identifiers.Literal(others.Count)} of them, {string.Join(" and ", others.Select(static other => $"'{other?.DisplayName()}'"))}: keep one";
    }
}
