using System.Globalization;
using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Emit;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Prints constants as C#.</summary>
internal static class Literals
{
    /// <summary>An expression with the value; its type is <paramref name="type"/> or converts to it.</summary>
    /// <param name="value">The constant; null for a null reference or the default of a struct.</param>
    /// <param name="type">What it is assigned to.</param>
    public static string Of(object? value, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return value is null ? "null" : Of(value, nullable.TypeArguments[0]);
        }

        if (value is null)
        {
            return type.IsValueType ? "default" : "null";
        }

        return type.TypeKind == TypeKind.Enum ? OfEnum(value, (INamedTypeSymbol)type)
            : IsSmall(type) ? $"({type.ToTypeRef().Name}){OfPrimitive(value)}"
            : OfPrimitive(value);
    }

    /// <summary>The value of a type that nothing was assigned to.</summary>
    public static string Zero(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "false",
        >= SpecialType.System_Int32 and <= SpecialType.System_Double => "0",
        _ => "default",
    };

    /// <summary>An attribute's argument; null for arrays and what does not compile.</summary>
    public static string? Of(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Type: { } type } => Of(constant.Value, type),
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({type.ToTypeRef().Name})",
        _ => null,
    };

    /// <summary>True for the types without literals of their own: a conditional expression with one is an <c>int</c>.</summary>
    private static bool IsSmall(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt16;

    /// <summary>The constant in the grammar of facts: enums by number, strings without blanks, because those separate the words of a line.</summary>
    public static string Fact(object? value) => value switch
    {
        null => "null",
        string text => FactText.Quote(text),
        bool b => b ? "true" : "false",
        char c => Identifiers.Literal((int)c),
        float f => f.ToString("R", CultureInfo.InvariantCulture),
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "?",
    };

    private static string OfEnum(object value, INamedTypeSymbol type)
    {
        var typeName = type.ToTypeRef().Name;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.HasConstantValue && Equals(field.ConstantValue, value))
            {
                return typeName + "." + Identifiers.Escape(field.Name);
            }
        }

        return $"({typeName})({OfPrimitive(value)})";
    }

    private static string OfPrimitive(object value) => value switch
    {
        string text => Identifiers.Literal(text),
        char c => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(c, quote: true),
        bool b => b ? "true" : "false",
        float f when float.IsNaN(f) => "float.NaN",
        float f when float.IsInfinity(f) => f > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
        double d when double.IsNaN(d) => "double.NaN",
        double d when double.IsInfinity(d) => d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
        uint u => u.ToString(CultureInfo.InvariantCulture) + "U",
        long l => l.ToString(CultureInfo.InvariantCulture) + "L",
        ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
        sbyte n => "(sbyte)" + n.ToString(CultureInfo.InvariantCulture),
        byte n => "(byte)" + n.ToString(CultureInfo.InvariantCulture),
        short n => "(short)" + n.ToString(CultureInfo.InvariantCulture),
        ushort n => "(ushort)" + n.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is no constant.", nameof(value)),
    };
}
