using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Generators.Parsing;

/// <summary>The scalar types with their names and sizes on the wire.</summary>
internal static class ScalarTypes
{
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
        _ => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? type.MetadataName switch
            {
                "Guid" => ScalarKind.Guid,
                "DateTimeOffset" => ScalarKind.DateTimeOffset,
                "TimeSpan" => ScalarKind.TimeSpan,
                "DateOnly" => ScalarKind.DateOnly,
                "TimeOnly" => ScalarKind.TimeOnly,
                _ => ScalarKind.None,
            }
            : ScalarKind.None,
    };

    public static string WireName(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "bool",
        ScalarKind.SByte => "i8",
        ScalarKind.Byte => "u8",
        ScalarKind.Int16 => "i16",
        ScalarKind.UInt16 or ScalarKind.Char => "u16",
        ScalarKind.Int32 => "i32",
        ScalarKind.UInt32 => "u32",
        ScalarKind.Int64 => "i64",
        ScalarKind.UInt64 => "u64",
        ScalarKind.Single => "f32",
        ScalarKind.Double => "f64",
        ScalarKind.String => "str",
        ScalarKind.Guid => "uuid.str",
        ScalarKind.Decimal => "dec.str",
        ScalarKind.DateTime => "ts",
        ScalarKind.DateTimeOffset => "ts.offset",
        ScalarKind.TimeSpan => "dur.i64",
        ScalarKind.DateOnly => "date.i32",
        ScalarKind.TimeOnly => "time.i64",
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
        _ => 1,
    };

    /// <summary>True for the types that may fill a placeholder of a subject.</summary>
    public static bool IsToken(ScalarKind kind) =>
        kind is (>= ScalarKind.Boolean and <= ScalarKind.UInt64) or ScalarKind.Char or ScalarKind.String or ScalarKind.Guid;
}
