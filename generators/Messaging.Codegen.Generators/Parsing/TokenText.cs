using System.Globalization;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>Turns a value that an attribute holds as text into the token that a publisher makes of the member's value.</summary>
internal static class TokenText
{
    private const int MaxLength = 256;

    /// <summary>The token for <paramref name="value"/>, or why there is none.</summary>
    /// <param name="type">The member's type; null when another assembly hides the member, and its values are taken for strings.</param>
    /// <param name="value">The value as text.</param>
    public static (string? Token, string? Error) Of(ITypeSymbol? type, string value)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named)
        {
            return OfEnum(named, value);
        }

        var kind = type is null ? ScalarKind.String : ScalarTypes.KindOf(type);
        var token = kind switch
        {
            ScalarKind.String => SubjectEscaping.Escape(value),
            ScalarKind.Char => value.Length == 1 ? SubjectEscaping.Escape(value) : null,
            ScalarKind.Boolean => value is "true" or "false" ? value : null,
            ScalarKind.Guid => Guid.TryParse(value, out var guid) ? guid.ToString("D") : null,
            ScalarKind.UInt64 => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
            _ => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && IsInRange(kind, number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
        };
        return token switch
        {
            null => (null, $"\"{value}\" is no '{type!.DisplayName()}'"),
            { Length: > MaxLength } => (null, "the token would be longer than 256 characters"),
            _ => (token, null),
        };
    }

    /// <summary>Names with the same number share a token: that of the first.</summary>
    private static (string? Token, string? Error) OfEnum(INamedTypeSymbol type, string name)
    {
        var wanted = type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(static field => field.HasConstantValue);
        if (wanted is null)
        {
            return (null, $"'{type.DisplayName()}' has no member '{name}'");
        }

        var number = Convert.ToDecimal(wanted.ConstantValue, CultureInfo.InvariantCulture);
        return (SubjectEscaping.Escape(EnumParser.MembersOf(type).First(member => member.Number == number).Name), null);
    }

    private static bool IsInRange(ScalarKind kind, long number) => kind switch
    {
        ScalarKind.SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
        ScalarKind.Byte => number is >= byte.MinValue and <= byte.MaxValue,
        ScalarKind.Int16 => number is >= short.MinValue and <= short.MaxValue,
        ScalarKind.UInt16 => number is >= ushort.MinValue and <= ushort.MaxValue,
        ScalarKind.Int32 => number is >= int.MinValue and <= int.MaxValue,
        ScalarKind.UInt32 => number is >= uint.MinValue and <= uint.MaxValue,
        ScalarKind.Int64 => true,
        _ => false,
    };
}
