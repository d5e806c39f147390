namespace Messaging.Codegen.Facts;

/// <summary>The scalars in the grammar of facts. Behind a point stands how a value travels when its name alone would not tell.</summary>
internal static class WireNames
{
    public const string Boolean = "bool";
    public const string SByte = "i8";
    public const string Byte = "u8";
    public const string Int16 = "i16";
    public const string UInt16 = "u16";
    public const string Int32 = "i32";
    public const string UInt32 = "u32";
    public const string Int64 = "i64";
    public const string UInt64 = "u64";
    public const string Single = "f32";
    public const string Double = "f64";
    public const string String = "str";
    public const string Binary = "bin";
    public const string Guid = "uuid.str";
    public const string Decimal = "dec.str";
    public const string DateTime = "ts";
    public const string DateTimeOffset = "ts.offset";
    public const string TimeSpan = "dur.i64";
    public const string DateOnly = "date.i32";
    public const string TimeOnly = "time.i64";
    public const string Half = "half.f32";
    public const string Rune = "rune.i32";
    public const string Int128 = "i128.bin";
    public const string UInt128 = "u128.bin";
    public const string BigInteger = "int.bin";
    public const string Uri = "uri.str";
    public const string Version = "ver.str";
}
