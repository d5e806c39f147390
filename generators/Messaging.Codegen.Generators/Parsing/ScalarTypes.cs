using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>The scalar types with their names and sizes on the wire.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<string, ScalarKind> ByName = new(StringComparer.Ordinal)
    {
        ["System.Guid"] = ScalarKind.Guid,
        ["System.DateTimeOffset"] = ScalarKind.DateTimeOffset,
        ["System.TimeSpan"] = ScalarKind.TimeSpan,
        ["System.DateOnly"] = ScalarKind.DateOnly,
        ["System.TimeOnly"] = ScalarKind.TimeOnly,
        ["System.Half"] = ScalarKind.Half,
        ["System.Int128"] = ScalarKind.Int128,
        ["System.UInt128"] = ScalarKind.UInt128,
        ["System.Uri"] = ScalarKind.Uri,
        ["System.Version"] = ScalarKind.Version,
        ["System.Text.Rune"] = ScalarKind.Rune,
        ["System.Text.StringBuilder"] = ScalarKind.StringBuilder,
        ["System.Collections.BitArray"] = ScalarKind.BitArray,
        ["System.Numerics.BigInteger"] = ScalarKind.BigInteger,
        ["System.Numerics.Complex"] = ScalarKind.Complex,
        ["System.Numerics.Vector2"] = ScalarKind.Vector2,
        ["System.Numerics.Vector3"] = ScalarKind.Vector3,
        ["System.Numerics.Vector4"] = ScalarKind.Vector4,
        ["System.Numerics.Quaternion"] = ScalarKind.Quaternion,
        ["System.Numerics.Matrix3x2"] = ScalarKind.Matrix3x2,
        ["System.Numerics.Matrix4x4"] = ScalarKind.Matrix4x4,
    };

    public static ScalarKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Int16,
        SpecialType.System_UInt16 => ScalarKind.UInt16,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        _ => type is INamedTypeSymbol { IsGenericType: false, TypeKind: TypeKind.Struct or TypeKind.Class } named
            && ByName.TryGetValue(named.MetadataName(), out var kind)
                ? kind
                : ScalarKind.None,
    };

    /// <summary>
    /// The type in the grammar of facts: the format's own (<c>i32</c>, <c>str</c>, <c>bin</c>, arrays as tuples), or what the value is and behind a
    /// dot what carries it (<c>uuid.str</c>). Types that travel alike have one name.
    /// </summary>
    public static string WireName(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => WireNames.Boolean,
        ScalarKind.SByte => WireNames.SByte,
        ScalarKind.Byte => WireNames.Byte,
        ScalarKind.Int16 => WireNames.Int16,
        ScalarKind.UInt16 or ScalarKind.Char => WireNames.UInt16,
        ScalarKind.Int32 => WireNames.Int32,
        ScalarKind.UInt32 => WireNames.UInt32,
        ScalarKind.Int64 => WireNames.Int64,
        ScalarKind.UInt64 => WireNames.UInt64,
        ScalarKind.Single => WireNames.Single,
        ScalarKind.Double => WireNames.Double,
        ScalarKind.String or ScalarKind.StringBuilder => WireNames.String,
        ScalarKind.Guid => WireNames.Guid,
        ScalarKind.Decimal => WireNames.Decimal,
        ScalarKind.DateTime => WireNames.DateTime,
        ScalarKind.DateTimeOffset => WireNames.DateTimeOffset,
        ScalarKind.TimeSpan => WireNames.TimeSpan,
        ScalarKind.DateOnly => WireNames.DateOnly,
        ScalarKind.TimeOnly => WireNames.TimeOnly,
        ScalarKind.Half => WireNames.Half,
        ScalarKind.Rune => WireNames.Rune,
        ScalarKind.Int128 => WireNames.Int128,
        ScalarKind.UInt128 => WireNames.UInt128,
        ScalarKind.BigInteger => WireNames.BigInteger,
        ScalarKind.Complex => Tuple(WireNames.Double, 2),
        ScalarKind.Vector2 => Tuple(WireNames.Single, 2),
        ScalarKind.Vector3 => Tuple(WireNames.Single, 3),
        ScalarKind.Vector4 or ScalarKind.Quaternion => Tuple(WireNames.Single, 4),
        ScalarKind.Matrix3x2 => Tuple(WireNames.Single, 6),
        ScalarKind.Matrix4x4 => Tuple(WireNames.Single, 16),
        ScalarKind.Uri => WireNames.Uri,
        ScalarKind.Version => WireNames.Version,
        ScalarKind.BitArray => WireType.ListOf(WireNames.Boolean),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>
    /// The fewest bytes of a value: announced counts are held against it before anything is allocated. A date is an extension of 6 bytes at least.
    /// </summary>
    public static int MinimumBytes(ScalarKind kind) => kind switch
    {
        ScalarKind.Guid => 38,
        ScalarKind.Decimal => 2,
        ScalarKind.DateTime => 6,
        ScalarKind.DateTimeOffset => 8,
        ScalarKind.Complex or ScalarKind.Vector2 => 3,
        ScalarKind.Vector3 or ScalarKind.Version => 4,
        ScalarKind.Vector4 or ScalarKind.Quaternion => 5,
        ScalarKind.Matrix3x2 => 7,
        ScalarKind.Matrix4x4 => 19,
        _ => 1,
    };

    /// <summary>True for the types that are written by a call of the writer, not by one of <c>Put</c>.</summary>
    public static bool IsDirect(ScalarKind kind) => kind >= ScalarKind.BigInteger;

    /// <summary>True for the types that may be part of a message's key.</summary>
    public static bool IsText(ScalarKind kind) => kind is > ScalarKind.None and <= ScalarKind.TimeOnly;

    /// <summary>True for the types that may fill a placeholder of a subject.</summary>
    public static bool IsToken(ScalarKind kind) =>
        kind is (>= ScalarKind.Boolean and <= ScalarKind.UInt64) or ScalarKind.Char or ScalarKind.String or ScalarKind.Guid;

    private static string Tuple(string item, int count) => WireType.TupleOf(Enumerable.Repeat(item, count));
}
