using MessagePack;

namespace Messaging.Codegen.Contracts;

public enum ByteEnum : byte
{
    None = 0,
    One = 1,
    Last = 255,
}

public enum SByteEnum : sbyte
{
    Low = -128,
    None = 0,
    High = 127,
}

public enum Int16Enum : short
{
    Low = -32768,
    None = 0,
    High = 32767,
}

public enum UInt16Enum : ushort
{
    None = 0,
    High = 65535,
}

public enum Int32Enum
{
    Low = int.MinValue,
    None = 0,
    High = int.MaxValue,
}

public enum UInt32Enum : uint
{
    None = 0,
    High = uint.MaxValue,
}

public enum Int64Enum : long
{
    Low = long.MinValue,
    None = 0,
    High = long.MaxValue,
}

public enum UInt64Enum : ulong
{
    None = 0,
    High = ulong.MaxValue,
}

/// <summary>An unknown number becomes <see cref="Unknown"/>.</summary>
public enum Mapped
{
    Unknown = 0,
    Known = 7,
}

/// <summary>An unknown number is kept.</summary>
[OpenEnum]
public enum Open : short
{
    None = 0,
    Some = 1,
}

[Flags]
public enum Flags : ulong
{
    None = 0,
    First = 1,
    Second = 2,
    Top = 1UL << 63,
}

/// <summary>Enums of every underlying type and every kind.</summary>
[MessagePackObject]
[Message("proof.enums")]
public sealed partial record Enums
{
    [Key(0)] public ByteEnum Byte { get; init; }
    [Key(1)] public SByteEnum SByte { get; init; }
    [Key(2)] public Int16Enum Int16 { get; init; }
    [Key(3)] public UInt16Enum UInt16 { get; init; }
    [Key(4)] public Int32Enum Int32 { get; init; }
    [Key(5)] public UInt32Enum UInt32 { get; init; }
    [Key(6)] public Int64Enum Int64 { get; init; }
    [Key(7)] public UInt64Enum UInt64 { get; init; }
    [Key(8)] public Mapped Mapped { get; init; }
    [Key(9)] public Open Open { get; init; }
    [Key(10)] public Flags Flags { get; init; }
    [Key(11)] public Int32Enum? Nullable { get; init; }
    [Key(12)] public List<Mapped>? List { get; init; }
    [Key(13)] public Int16Enum[]? Array { get; init; }
    [Key(14)] public Dictionary<Open, Flags>? Map { get; init; }
}
