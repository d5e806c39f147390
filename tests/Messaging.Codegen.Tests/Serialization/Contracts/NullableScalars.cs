using MessagePack;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization.Contracts;

/// <summary>Every nullable scalar once.</summary>
[MessagePackObject]
public sealed record NullableScalars : IMessage<NullableScalars>
{
    [Key(0)] public bool? Flag { get; init; }
    [Key(1)] public sbyte? Tiny { get; init; }
    [Key(2)] public byte? Octet { get; init; }
    [Key(3)] public short? Short { get; init; }
    [Key(4)] public ushort? UShort { get; init; }
    [Key(5)] public int? Int { get; init; }
    [Key(6)] public uint? UInt { get; init; }
    [Key(7)] public long? Long { get; init; }
    [Key(8)] public ulong? ULong { get; init; }
    [Key(9)] public float? Float { get; init; }
    [Key(10)] public double? Double { get; init; }
    [Key(11)] public char? Letter { get; init; }
    [Key(12)] public Guid? Id { get; init; }
    [Key(13)] public decimal? Amount { get; init; }
    [Key(14)] public DateTime? At { get; init; }
    [Key(15)] public DateTimeOffset? Seen { get; init; }
    [Key(16)] public TimeSpan? Took { get; init; }
    [Key(17)] public DateOnly? Day { get; init; }
    [Key(18)] public TimeOnly? Time { get; init; }

    static MessageContract IMessage<NullableScalars>.Contract { get; } = TestContract.Named("test.nullable");

    static string IMessage<NullableScalars>.GetSubject(NullableScalars message) => "test.nullable";

    static string? IMessage<NullableScalars>.GetIdempotencyKey(NullableScalars message) => null;

    static void IMessage<NullableScalars>.Write(ref PackWriter writer, NullableScalars message)
    {
        ref byte p = ref writer.Reserve(
            3
            + Put.BooleanBytes
            + Put.SByteBytes
            + Put.ByteBytes
            + Put.Int16Bytes
            + Put.UInt16Bytes
            + Put.Int32Bytes
            + Put.UInt32Bytes
            + Put.Int64Bytes
            + Put.UInt64Bytes
            + Put.SingleBytes
            + Put.DoubleBytes
            + Put.CharBytes
            + Put.GuidBytes
            + Put.DecimalBytes
            + Put.DateTimeBytes
            + Put.DateTimeOffsetBytes
            + Put.TimeSpanBytes
            + Put.DateOnlyBytes
            + Put.TimeOnlyBytes);
        p = ref Put.ArrayHeader(ref p, 19);
        p = ref Put.Boolean(ref p, message.Flag);
        p = ref Put.SByte(ref p, message.Tiny);
        p = ref Put.Byte(ref p, message.Octet);
        p = ref Put.Int16(ref p, message.Short);
        p = ref Put.UInt16(ref p, message.UShort);
        p = ref Put.Int32(ref p, message.Int);
        p = ref Put.UInt32(ref p, message.UInt);
        p = ref Put.Int64(ref p, message.Long);
        p = ref Put.UInt64(ref p, message.ULong);
        p = ref Put.Single(ref p, message.Float);
        p = ref Put.Double(ref p, message.Double);
        p = ref Put.Char(ref p, message.Letter);
        p = ref Put.Guid(ref p, message.Id);
        p = ref Put.Decimal(ref p, message.Amount);
        p = ref Put.DateTime(ref p, message.At);
        p = ref Put.DateTimeOffset(ref p, message.Seen);
        p = ref Put.TimeSpan(ref p, message.Took);
        p = ref Put.DateOnly(ref p, message.Day);
        p = ref Put.TimeOnly(ref p, message.Time);
        writer.Commit(ref p);
    }

    static NullableScalars IMessage<NullableScalars>.Read(ref PackReader reader)
    {
        int fields = reader.ReadArrayHeader();
        bool? flagValue = fields > 0 && reader.TryReadValue() ? reader.ReadBoolean() : null;
        sbyte? tinyValue = fields > 1 && reader.TryReadValue() ? reader.ReadSByte() : null;
        byte? octetValue = fields > 2 && reader.TryReadValue() ? reader.ReadByte() : null;
        short? shortValue = fields > 3 && reader.TryReadValue() ? reader.ReadInt16() : null;
        ushort? uShortValue = fields > 4 && reader.TryReadValue() ? reader.ReadUInt16() : null;
        int? intValue = fields > 5 && reader.TryReadValue() ? reader.ReadInt32() : null;
        uint? uIntValue = fields > 6 && reader.TryReadValue() ? reader.ReadUInt32() : null;
        long? longValue = fields > 7 && reader.TryReadValue() ? reader.ReadInt64() : null;
        ulong? uLongValue = fields > 8 && reader.TryReadValue() ? reader.ReadUInt64() : null;
        float? floatValue = fields > 9 && reader.TryReadValue() ? reader.ReadSingle() : null;
        double? doubleValue = fields > 10 && reader.TryReadValue() ? reader.ReadDouble() : null;
        char? letterValue = fields > 11 && reader.TryReadValue() ? reader.ReadChar() : null;
        Guid? idValue = fields > 12 && reader.TryReadValue() ? reader.ReadGuid() : null;
        decimal? amountValue = fields > 13 && reader.TryReadValue() ? reader.ReadDecimal() : null;
        DateTime? atValue = fields > 14 && reader.TryReadValue() ? reader.ReadDateTime() : null;
        DateTimeOffset? seenValue = fields > 15 && reader.TryReadValue() ? reader.ReadDateTimeOffset() : null;
        TimeSpan? tookValue = fields > 16 && reader.TryReadValue() ? reader.ReadTimeSpan() : null;
        DateOnly? dayValue = fields > 17 && reader.TryReadValue() ? reader.ReadDateOnly() : null;
        TimeOnly? timeValue = fields > 18 && reader.TryReadValue() ? reader.ReadTimeOnly() : null;
        if (fields > 19)
            reader.SkipMembers(fields - 19);
        return new NullableScalars
        {
            Flag = flagValue,
            Tiny = tinyValue,
            Octet = octetValue,
            Short = shortValue,
            UShort = uShortValue,
            Int = intValue,
            UInt = uIntValue,
            Long = longValue,
            ULong = uLongValue,
            Float = floatValue,
            Double = doubleValue,
            Letter = letterValue,
            Id = idValue,
            Amount = amountValue,
            At = atValue,
            Seen = seenValue,
            Took = tookValue,
            Day = dayValue,
            Time = timeValue,
        };
    }
}
