using System.Collections;
using System.Numerics;
using System.Text;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Numbers beyond the primitive ones.</summary>
[MessagePackObject]
[Message("test.numerics")]
public sealed partial record Numerics
{
    [Key(0)] public Half Half { get; init; }
    [Key(1)] public Int128 Int128 { get; init; }
    [Key(2)] public UInt128 UInt128 { get; init; }
    [Key(3)] public BigInteger BigInteger { get; init; }
    [Key(4)] public Complex Complex { get; init; }
    [Key(5)] public Rune Rune { get; init; }
    [Key(6)] public Vector2 Vector2 { get; init; }
    [Key(7)] public Vector3 Vector3 { get; init; }
    [Key(8)] public Vector4 Vector4 { get; init; }
    [Key(9)] public Quaternion Quaternion { get; init; }
    [Key(10)] public Matrix3x2 Matrix3x2 { get; init; }
    [Key(11)] public Matrix4x4 Matrix4x4 { get; init; }
    [Key(12)] public List<Half> Halves { get; init; } = [];
    [Key(13)] public Int128[] Int128s { get; init; } = [];
    [Key(14)] public List<BigInteger?> BigIntegers { get; init; } = [];
    [Key(15)] public Vector3[]? Vectors { get; init; }
    [Key(16)] public Rune[] Runes { get; init; } = [];
}

/// <summary>The same, and null.</summary>
[MessagePackObject]
[Message("test.nullable-numerics")]
public sealed partial record NullableNumerics
{
    [Key(0)] public Half? Half { get; init; }
    [Key(1)] public Int128? Int128 { get; init; }
    [Key(2)] public UInt128? UInt128 { get; init; }
    [Key(3)] public BigInteger? BigInteger { get; init; }
    [Key(4)] public Complex? Complex { get; init; }
    [Key(5)] public Rune? Rune { get; init; }
    [Key(6)] public Vector2? Vector2 { get; init; }
    [Key(7)] public Vector3? Vector3 { get; init; }
    [Key(8)] public Vector4? Vector4 { get; init; }
    [Key(9)] public Quaternion? Quaternion { get; init; }
    [Key(10)] public Matrix3x2? Matrix3x2 { get; init; }
    [Key(11)] public Matrix4x4? Matrix4x4 { get; init; }
}

/// <summary>Classes of the framework that are one value on the wire, with and without null.</summary>
[MessagePackObject]
[Message("test.framework-classes")]
public sealed partial record FrameworkClasses
{
    [Key(0)] public Uri Uri { get; init; } = new("a", UriKind.Relative);
    [Key(1)] public Version Version { get; init; } = new();
    [Key(2)] public StringBuilder Builder { get; init; } = new();
    [Key(3)] public BitArray Bits { get; init; } = new(0);
    [Key(4)] public Uri? MaybeUri { get; init; }
    [Key(5)] public Version? MaybeVersion { get; init; }
    [Key(6)] public StringBuilder? MaybeBuilder { get; init; }
    [Key(7)] public BitArray? MaybeBits { get; init; }
    [Key(8)] public List<Uri?> Uris { get; init; } = [];
    [Key(9)] public Version[] Versions { get; init; } = [];
}

/// <summary>Dictionaries by each type that can be a key; one pair each, since their order is not defined.</summary>
[MessagePackObject]
[Message("test.keys")]
public sealed partial record KeyTypes
{
    [Key(0)] public Dictionary<bool, int> Boolean { get; init; } = [];
    [Key(1)] public Dictionary<sbyte, int> SByte { get; init; } = [];
    [Key(2)] public Dictionary<byte, int> Byte { get; init; } = [];
    [Key(3)] public Dictionary<short, int> Int16 { get; init; } = [];
    [Key(4)] public Dictionary<ushort, int> UInt16 { get; init; } = [];
    [Key(5)] public Dictionary<uint, int> UInt32 { get; init; } = [];
    [Key(6)] public Dictionary<long, int> Int64 { get; init; } = [];
    [Key(7)] public Dictionary<ulong, int> UInt64 { get; init; } = [];
    [Key(8)] public Dictionary<float, int> Single { get; init; } = [];
    [Key(9)] public Dictionary<double, int> Double { get; init; } = [];
    [Key(10)] public Dictionary<char, int> Char { get; init; } = [];
    [Key(11)] public Dictionary<decimal, int> Decimal { get; init; } = [];
    [Key(12)] public Dictionary<DateTime, int> DateTime { get; init; } = [];
    [Key(13)] public Dictionary<DateTimeOffset, int> DateTimeOffset { get; init; } = [];
    [Key(14)] public Dictionary<TimeSpan, int> TimeSpan { get; init; } = [];
    [Key(15)] public Dictionary<DateOnly, int> DateOnly { get; init; } = [];
    [Key(16)] public Dictionary<TimeOnly, int> TimeOnly { get; init; } = [];
    [Key(17)] public Dictionary<Half, int> Half { get; init; } = [];
    [Key(18)] public Dictionary<Rune, int> Rune { get; init; } = [];
    [Key(19)] public Dictionary<Int128, int> Int128 { get; init; } = [];
    [Key(20)] public Dictionary<UInt128, int> UInt128 { get; init; } = [];
    [Key(21)] public Dictionary<BigInteger, int> BigInteger { get; init; } = [];
    [Key(22)] public Dictionary<Complex, int> Complex { get; init; } = [];
    [Key(23)] public Dictionary<Uri, int> Uri { get; init; } = [];
    [Key(24)] public Dictionary<Version, int> Version { get; init; } = [];
    [Key(25)] public Dictionary<Vector2, int> Vector2 { get; init; } = [];
    [Key(26)] public Dictionary<SmallSigned, int> SmallSigned { get; init; } = [];
    [Key(27)] public Dictionary<Wide, int> Wide { get; init; } = [];
    [Key(28)] public Dictionary<Rights, int> Rights { get; init; } = [];
}

/// <summary>An enum for each type that one can be based on; the others are <see cref="Small"/>, <see cref="Signed"/> and <see cref="Choices"/>.</summary>
[MessagePackObject]
[Message("test.enum-bases")]
public sealed partial record EnumBases
{
    [Key(0)] public SmallSigned SmallSigned { get; init; }
    [Key(1)] public Narrow Narrow { get; init; }
    [Key(2)] public NarrowUnsigned NarrowUnsigned { get; init; }
    [Key(3)] public Plain Plain { get; init; }
    [Key(4)] public Wide Wide { get; init; }
    [Key(5)] public Rights Rights { get; init; }
    [Key(6)] public SmallSigned? MaybeSmallSigned { get; init; }
    [Key(7)] public Narrow? MaybeNarrow { get; init; }
    [Key(8)] public NarrowUnsigned? MaybeNarrowUnsigned { get; init; }
    [Key(9)] public Plain? MaybePlain { get; init; }
    [Key(10)] public Wide? MaybeWide { get; init; }
    [Key(11)] public Rights? MaybeRights { get; init; }
    [Key(12)] public Rights[] ManyRights { get; init; } = [];
    [Key(13)] public List<Plain?> ManyPlain { get; init; } = [];
}

public enum SmallSigned : sbyte
{
    Low = sbyte.MinValue,
    Zero = 0,
    High = sbyte.MaxValue,
}

public enum Narrow : short
{
    Low = short.MinValue,
    Zero = 0,
    High = short.MaxValue,
}

public enum NarrowUnsigned : ushort
{
    Zero,
    High = ushort.MaxValue,
}

public enum Plain
{
    Low = int.MinValue,
    Zero = 0,
    High = int.MaxValue,
}

public enum Wide : uint
{
    Zero,
    High = uint.MaxValue,
}

[Flags]
public enum Rights : short
{
    None = 0,
    Read = 1,
    Write = 2,
    All = -1,
}
