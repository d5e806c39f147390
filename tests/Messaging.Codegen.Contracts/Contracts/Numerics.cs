using System.Collections;
using System.Numerics;
using System.Text;
using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>Numbers beyond the primitive ones, and classes of the framework that are one value on the wire.</summary>
[MessagePackObject]
[Message("proof.numerics")]
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
    [Key(12)] public Half? MaybeHalf { get; init; }
    [Key(13)] public Int128? MaybeInt128 { get; init; }
    [Key(14)] public UInt128? MaybeUInt128 { get; init; }
    [Key(15)] public BigInteger? MaybeBigInteger { get; init; }
    [Key(16)] public Complex? MaybeComplex { get; init; }
    [Key(17)] public Rune? MaybeRune { get; init; }
    [Key(18)] public Vector3? MaybeVector3 { get; init; }
    [Key(19)] public Matrix4x4? MaybeMatrix4x4 { get; init; }
    [Key(20)] public Uri? Uri { get; init; }
    [Key(21)] public Version? Version { get; init; }
    [Key(22)] public StringBuilder? Builder { get; init; }
    [Key(23)] public BitArray? Bits { get; init; }
    [Key(24)] public List<BigInteger?>? BigIntegers { get; init; }
    [Key(25)] public Half[]? Halves { get; init; }
}
