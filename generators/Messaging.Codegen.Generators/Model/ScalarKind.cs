namespace Messaging.Codegen.Generators.Model;

/// <summary>
/// Types that are one MessagePack token (or a fixed few). The names are those of the runtime's methods: <c>Put.Int32</c>,
/// <c>Put.Int32Bytes</c>, <c>PackReader.ReadInt32</c>.
/// </summary>
internal enum ScalarKind
{
    None = 0,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Char,
    String,
    Guid,
    Decimal,
    DateTime,
    DateTimeOffset,
    TimeSpan,
    DateOnly,
    TimeOnly,
    Half,
    Rune,
    Int128,
    UInt128,

    // From here on the runtime reserves the room for a value itself (ValueKind.Direct), and there is no Put method.
    BigInteger,
    Complex,
    Vector2,
    Vector3,
    Vector4,
    Quaternion,
    Matrix3x2,
    Matrix4x4,
    Uri,
    Version,
    StringBuilder,
    BitArray,
}
