using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Messaging.Codegen.Generators.Emit;

/// <summary>Prints constants of attributes and of default values as expressions of their exact type.</summary>
internal static class Constants
{
    /// <summary>The expression for <paramref name="value"/> as a <paramref name="type"/>.</summary>
    /// <param name="type">The constant's type as code writes it, without a question mark.</param>
    /// <param name="value">The constant; an enum's as its number.</param>
    public static string Code(string type, object? value) => value switch
    {
        null => "default",
        bool flag => flag ? "true" : "false",
        string text => Identifiers.Literal(text),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        int number when type == "int" => Identifiers.Literal(number),
        float.NaN or double.NaN => type + ".NaN",
        float.PositiveInfinity or double.PositiveInfinity => type + ".PositiveInfinity",
        float.NegativeInfinity or double.NegativeInfinity => type + ".NegativeInfinity",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        _ => $"({type})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
    };

    /// <summary>The expression for an argument of an attribute; null for arrays and errors.</summary>
    public static string? Code(TypedConstant constant, Func<ITypeSymbol, string> name) => constant.Kind switch
    {
        _ when constant.IsNull => "null",
        TypedConstantKind.Primitive or TypedConstantKind.Enum => Code(name(constant.Type!), constant.Value),
        TypedConstantKind.Type => $"typeof({name((ITypeSymbol)constant.Value!)})",
        _ => null,
    };
}
