using MessagePack;

namespace Messaging.Codegen.Contracts;

/// <summary>Every scalar type.</summary>
[MessagePackObject]
[Message("proof.scalars")]
public sealed partial record Scalars
{
    [Key(0)] public bool Boolean { get; init; }
    [Key(1)] public sbyte SByte { get; init; }
    [Key(2)] public byte Byte { get; init; }
    [Key(3)] public short Int16 { get; init; }
    [Key(4)] public ushort UInt16 { get; init; }
    [Key(5)] public int Int32 { get; init; }
    [Key(6)] public uint UInt32 { get; init; }
    [Key(7)] public long Int64 { get; init; }
    [Key(8)] public ulong UInt64 { get; init; }
    [Key(9)] public float Single { get; init; }
    [Key(10)] public double Double { get; init; }
    [Key(11)] public char Char { get; init; }
    [Key(12)] public Guid Guid { get; init; }
    [Key(13)] public decimal Decimal { get; init; }
    [Key(14)] public DateTime DateTime { get; init; }
    [Key(15)] public DateTimeOffset DateTimeOffset { get; init; }
    [Key(16)] public TimeSpan TimeSpan { get; init; }
    [Key(17)] public DateOnly DateOnly { get; init; }
    [Key(18)] public TimeOnly TimeOnly { get; init; }
    [Key(19)] public string? String { get; init; }
    [Key(20)] public byte[]? Bytes { get; init; }
}

/// <summary>Every scalar type, and null.</summary>
[MessagePackObject]
[Message("proof.nullable-scalars")]
public sealed partial class NullableScalars
{
    [Key(0)] public bool? Boolean { get; set; }
    [Key(1)] public sbyte? SByte { get; set; }
    [Key(2)] public byte? Byte { get; set; }
    [Key(3)] public short? Int16 { get; set; }
    [Key(4)] public ushort? UInt16 { get; set; }
    [Key(5)] public int? Int32 { get; set; }
    [Key(6)] public uint? UInt32 { get; set; }
    [Key(7)] public long? Int64 { get; set; }
    [Key(8)] public ulong? UInt64 { get; set; }
    [Key(9)] public float? Single { get; set; }
    [Key(10)] public double? Double { get; set; }
    [Key(11)] public char? Char { get; set; }
    [Key(12)] public Guid? Guid { get; set; }
    [Key(13)] public decimal? Decimal { get; set; }
    [Key(14)] public DateTime? DateTime { get; set; }
    [Key(15)] public DateTimeOffset? DateTimeOffset { get; set; }
    [Key(16)] public TimeSpan? TimeSpan { get; set; }
    [Key(17)] public DateOnly? DateOnly { get; set; }
    [Key(18)] public TimeOnly? TimeOnly { get; set; }
    [Key(19)] public ReadOnlyMemory<byte>? Memory { get; set; }
}
