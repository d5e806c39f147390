using System.Text;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Names methods after types: <c>Dictionary&lt;string, int?[]&gt;</c> is <c>DictionaryOfStringAndArrayOfNullableInt32</c>.</summary>
internal static class ShapeNames
{
    public static string Of(ITypeSymbol type)
    {
        var name = new StringBuilder();
        Append(name, type, isTop: true);
        return name.ToString();
    }

    private static void Append(StringBuilder name, ITypeSymbol type, bool isTop = false)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            name.Append("Nullable");
            type = nullable.TypeArguments[0];
        }
        else if (!isTop && !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            name.Append("Nullable");
        }

        switch (type)
        {
            case IArrayTypeSymbol array:
                name.Append("ArrayOf");
                Append(name, array.ElementType);
                break;
            case INamedTypeSymbol named:
                name.Append(named.Name);
                for (var i = 0; i < named.TypeArguments.Length; i++)
                {
                    name.Append(i == 0 ? "Of" : "And");
                    Append(name, named.TypeArguments[i]);
                }

                break;
            default:
                name.Append(type.Name);
                break;
        }
    }
}
