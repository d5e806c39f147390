using System.Collections.Immutable;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Emit;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Interfaces and abstract classes with <c>[Union]</c> cases.</summary>
internal static class UnionParser
{
    public static bool IsUnion(ITypeSymbol type) => type.Has(KnownTypes.UnionAttribute);

    /// <summary>The union as the value of a member; null, with a diagnostic, when it is invalid.</summary>
    public static ValueModel? Parse(INamedTypeSymbol type, TypeRef declared, WireTypes types)
    {
        var entry = types.Shapes.GetOrAdd(type, entry =>
        {
            entry.Wire = WireType.UnionPrefix + entry.Name;
            return ParseShape(type, entry, types);
        });
        return entry.Shape is null && !entry.IsOpen
            ? null
            : new ValueModel { Type = declared, Kind = ValueKind.Shape, Shape = entry.Name, Wire = entry.Wire, MinimumBytes = 2 };
    }

    /// <summary>MSG112 for a class that has a union as its base or interface and is none of its cases.</summary>
    public static void CheckListed(INamedTypeSymbol type, ParseContext context)
    {
        foreach (var (union, next) in FindUnlisted(type))
        {
            var properties = context.Locate(union) is null ? ImmutableDictionary<string, string?>.Empty : FixProperties.Flag(FixProperties.CanAddCase);
            context.Warn(
                Rules.UnlistedCase, context.Locate(type), properties, type.DisplayName(), union.DisplayName(), Identifiers.Literal(next), type.Name);
        }
    }

    /// <summary>The unions that a class belongs to without being one of their cases, each with the next free tag.</summary>
    public static IEnumerable<(INamedTypeSymbol Union, long Next)> FindUnlisted(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.IsStatic)
        {
            yield break;
        }

        foreach (var union in BasesOf(type).Concat(type.AllInterfaces).Where(IsUnion))
        {
            var tags = union.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(KnownTypes.UnionAttribute)).ToList();
            if (!tags.Exists(attribute => attribute.ConstructorArguments is [_, { Value: INamedTypeSymbol listed }] && SymbolEqualityComparer.Default.Equals(listed, type)))
            {
                yield return (union, tags.Select(static attribute => (long)(attribute.ConstructorArguments.FirstOrDefault().Value as int? ?? 0))
                    .Concat(Reservations.TagsOf(union)).DefaultIfEmpty(-1L).Max() + 1);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static UnionShape? ParseShape(INamedTypeSymbol type, ShapeTable.Entry entry, WireTypes types)
    {
        var cases = new List<(UnionCase Case, INamedTypeSymbol Type)>();
        var isValid = true;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownTypes.UnionAttribute))
            {
                if (ParseCase(type, attribute, cases, types) is { } parsed)
                {
                    cases.Add(parsed);
                }
                else
                {
                    isValid = false;
                }
            }
        }

        foreach (var used in cases.Where(item => Reservations.TagsOf(type).Contains(item.Case.Tag)))
        {
            types.Context.Error(Rules.KeyReserved, types.Context.Locate(type), type.DisplayName(), $"the tag {Identifiers.Literal(used.Case.Tag)} is reserved for a case that is gone");
            isValid = false;
        }

        if (!isValid)
        {
            return null;
        }

        cases.Sort(static (left, right) => left.Case.Tag.CompareTo(right.Case.Tag));
        return new UnionShape
        {
            Name = entry.Name,
            Wire = entry.Wire,
            Type = type.ToTypeRef().AsNonNullable(),
            DisplayName = type.DisplayName(),
            Cases = cases.Select(static item => item.Case).ToEquatableArray(),
            MatchOrder = Enumerable.Range(0, cases.Count).OrderByDescending(i => DepthOf(cases[i].Type)).ToEquatableArray(),
            IsRecursive = entry.IsRecursive,
            Reserved = Reservations.TagsOf(type).Select(Reservations.Tag).ToEquatableArray(),
        };
    }

    private static (UnionCase Case, INamedTypeSymbol Type)? ParseCase(
        INamedTypeSymbol union,
        AttributeData attribute,
        List<(UnionCase Case, INamedTypeSymbol Type)> others,
        WireTypes types)
    {
        var location = types.Context.Locate(attribute, union);
        if (attribute.ConstructorArguments is not [{ Value: int tag }, { Value: INamedTypeSymbol caseType }])
        {
            types.Context.Error(Rules.InvalidUnion, location, union.DisplayName(), "write each case as [Union(tag, typeof(Case))]");
            return null;
        }

        caseType = (INamedTypeSymbol)caseType.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (FindError(union, tag, caseType, others, types.Context.Compilation) is { } error)
        {
            types.Context.Error(Rules.InvalidUnion, location, union.DisplayName(), error);
            return null;
        }

        if (types.Parse(caseType, new ValueSite(union.DisplayName(), location)) is not { } value)
        {
            return null;
        }

        if (value.Kind != ValueKind.Shape)
        {
            types.Context.Error(Rules.InvalidUnion, location, union.DisplayName(), $"the case '{caseType.DisplayName()}' has no keyed members");
            return null;
        }

        var variable = Identifiers.Escape(Identifiers.CamelCase(caseType.Name) + "Case");
        return (new UnionCase(tag, value, variable, caseType.IsSealed || caseType.IsValueType), caseType);
    }

    private static string? FindError(
        INamedTypeSymbol union,
        int tag,
        INamedTypeSymbol caseType,
        List<(UnionCase Case, INamedTypeSymbol Type)> others,
        Compilation compilation)
    {
        if (tag < 0)
        {
            return $"the tag {Identifiers.Literal(tag)} is negative";
        }

        foreach (var (other, otherType) in others)
        {
            if (other.Tag == tag)
            {
                return $"the tag {Identifiers.Literal(tag)} stands for '{otherType.DisplayName()}' already";
            }

            if (SymbolEqualityComparer.Default.Equals(otherType, caseType))
            {
                return $"'{caseType.DisplayName()}' has the tag {Identifiers.Literal(other.Tag)} already";
            }
        }

        if (caseType.TypeKind is not (TypeKind.Class or TypeKind.Struct) || caseType.IsAbstract || caseType.IsUnboundGenericType)
        {
            return $"the case '{caseType.DisplayName()}' is no concrete class or struct";
        }

        return compilation.ClassifyCommonConversion(caseType, union) is { IsImplicit: true, IsUserDefined: false }
            ? null
            : $"the case '{caseType.DisplayName()}' is not assignable to it";
    }

    private static int DepthOf(INamedTypeSymbol type)
    {
        var depth = 0;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            depth++;
        }

        return depth;
    }
}
