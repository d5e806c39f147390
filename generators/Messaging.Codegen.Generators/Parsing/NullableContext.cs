using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Gives types from code with nullability turned off the meaning that they have there: every reference may be null.</summary>
internal static class NullableContext
{
    /// <summary>The type with <c>?</c> wherever its source says nothing, also in type arguments and elements.</summary>
    public static ITypeSymbol Normalize(ITypeSymbol type, Compilation compilation)
    {
        var result = type switch
        {
            IArrayTypeSymbol array => NormalizeArray(array, compilation),
            INamedTypeSymbol { TypeArguments.Length: > 0, IsUnboundGenericType: false } named => NormalizeArguments(named, compilation),
            _ => type,
        };
        return !type.IsValueType && type is not ITypeParameterSymbol && type.NullableAnnotation == NullableAnnotation.None
            ? result.WithNullableAnnotation(NullableAnnotation.Annotated)
            : result.WithNullableAnnotation(type.NullableAnnotation);
    }

    private static ITypeSymbol NormalizeArray(IArrayTypeSymbol array, Compilation compilation)
    {
        var element = Normalize(array.ElementType, compilation);
        return SymbolEqualityComparer.IncludeNullability.Equals(element, array.ElementType)
            ? array
            : compilation.CreateArrayTypeSymbol(element, array.Rank, element.NullableAnnotation);
    }

    private static ITypeSymbol NormalizeArguments(INamedTypeSymbol named, Compilation compilation)
    {
        var arguments = named.TypeArguments
            .Select((argument, i) => argument.NullableAnnotation == NullableAnnotation.None && IsNeverNull(named, i)
                ? Normalize(argument, compilation).WithNullableAnnotation(NullableAnnotation.NotAnnotated)
                : Normalize(argument, compilation))
            .ToImmutableArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!SymbolEqualityComparer.IncludeNullability.Equals(arguments[i], named.TypeArguments[i]))
            {
                return named.ConstructedFrom.Construct(arguments, arguments.Select(static argument => argument.NullableAnnotation).ToImmutableArray());
            }
        }

        return named;
    }

    /// <summary>Keys of dictionaries, also of the interfaces that do not say so.</summary>
    private static bool IsNeverNull(INamedTypeSymbol named, int argument) =>
        named.TypeParameters[argument].HasNotNullConstraint
            || (argument == 0 && CollectionTypes.Maps.ContainsKey(named.OriginalDefinition.MetadataName()));
}
