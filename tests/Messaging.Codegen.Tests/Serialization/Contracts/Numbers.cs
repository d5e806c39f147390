using MessagePack;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization.Contracts;

/// <summary>An array and a list of every number type.</summary>
[MessagePackObject]
public sealed record Numbers : IMessage<Numbers>
{
    [Key(0)] public sbyte[]? SBytes { get; init; }
    [Key(1)] public List<sbyte>? SByteList { get; init; }
    [Key(2)] public short[]? Shorts { get; init; }
    [Key(3)] public List<short>? ShortList { get; init; }
    [Key(4)] public ushort[]? UShorts { get; init; }
    [Key(5)] public List<ushort>? UShortList { get; init; }
    [Key(6)] public int[]? Ints { get; init; }
    [Key(7)] public List<int>? IntList { get; init; }
    [Key(8)] public uint[]? UInts { get; init; }
    [Key(9)] public List<uint>? UIntList { get; init; }
    [Key(10)] public long[]? Longs { get; init; }
    [Key(11)] public List<long>? LongList { get; init; }
    [Key(12)] public ulong[]? ULongs { get; init; }
    [Key(13)] public List<ulong>? ULongList { get; init; }
    [Key(14)] public float[]? Floats { get; init; }
    [Key(15)] public List<float>? FloatList { get; init; }
    [Key(16)] public double[]? Doubles { get; init; }
    [Key(17)] public List<double>? DoubleList { get; init; }
    [Key(18)] public bool[]? Flags { get; init; }
    [Key(19)] public List<bool>? FlagList { get; init; }
    [Key(20)] public List<byte>? ByteList { get; init; }

    static MessageContract IMessage<Numbers>.Contract { get; } = TestContract.Named("test.numbers");

    static string IMessage<Numbers>.GetSubject(Numbers message) => "test.numbers";

    static string? IMessage<Numbers>.GetIdempotencyKey(Numbers message) => null;

    static void IMessage<Numbers>.Write(ref PackWriter writer, Numbers message)
    {
        writer.WriteArrayHeader(21);
        writer.Write(message.SBytes);
        writer.Write(message.SByteList);
        writer.Write(message.Shorts);
        writer.Write(message.ShortList);
        writer.Write(message.UShorts);
        writer.Write(message.UShortList);
        writer.Write(message.Ints);
        writer.Write(message.IntList);
        writer.Write(message.UInts);
        writer.Write(message.UIntList);
        writer.Write(message.Longs);
        writer.Write(message.LongList);
        writer.Write(message.ULongs);
        writer.Write(message.ULongList);
        writer.Write(message.Floats);
        writer.Write(message.FloatList);
        writer.Write(message.Doubles);
        writer.Write(message.DoubleList);
        writer.Write(message.Flags);
        writer.Write(message.FlagList);
        writer.WriteByteList(message.ByteList);
    }

    static Numbers IMessage<Numbers>.Read(ref PackReader reader)
    {
        int fields = reader.ReadArrayHeader();
        sbyte[]? sBytes = fields > 0 && reader.TryReadValue() ? reader.ReadSByteArray() : null;
        List<sbyte>? sByteList = fields > 1 && reader.TryReadValue() ? reader.ReadSByteList() : null;
        short[]? shorts = fields > 2 && reader.TryReadValue() ? reader.ReadInt16Array() : null;
        List<short>? shortList = fields > 3 && reader.TryReadValue() ? reader.ReadInt16List() : null;
        ushort[]? uShorts = fields > 4 && reader.TryReadValue() ? reader.ReadUInt16Array() : null;
        List<ushort>? uShortList = fields > 5 && reader.TryReadValue() ? reader.ReadUInt16List() : null;
        int[]? ints = fields > 6 && reader.TryReadValue() ? reader.ReadInt32Array() : null;
        List<int>? intList = fields > 7 && reader.TryReadValue() ? reader.ReadInt32List() : null;
        uint[]? uInts = fields > 8 && reader.TryReadValue() ? reader.ReadUInt32Array() : null;
        List<uint>? uIntList = fields > 9 && reader.TryReadValue() ? reader.ReadUInt32List() : null;
        long[]? longs = fields > 10 && reader.TryReadValue() ? reader.ReadInt64Array() : null;
        List<long>? longList = fields > 11 && reader.TryReadValue() ? reader.ReadInt64List() : null;
        ulong[]? uLongs = fields > 12 && reader.TryReadValue() ? reader.ReadUInt64Array() : null;
        List<ulong>? uLongList = fields > 13 && reader.TryReadValue() ? reader.ReadUInt64List() : null;
        float[]? floats = fields > 14 && reader.TryReadValue() ? reader.ReadSingleArray() : null;
        List<float>? floatList = fields > 15 && reader.TryReadValue() ? reader.ReadSingleList() : null;
        double[]? doubles = fields > 16 && reader.TryReadValue() ? reader.ReadDoubleArray() : null;
        List<double>? doubleList = fields > 17 && reader.TryReadValue() ? reader.ReadDoubleList() : null;
        bool[]? flags = fields > 18 && reader.TryReadValue() ? reader.ReadBooleanArray() : null;
        List<bool>? flagList = fields > 19 && reader.TryReadValue() ? reader.ReadBooleanList() : null;
        List<byte>? byteList = fields > 20 && reader.TryReadValue() ? reader.ReadByteList() : null;
        if (fields > 21)
            reader.SkipMembers(fields - 21);
        return new Numbers
        {
            SBytes = sBytes,
            SByteList = sByteList,
            Shorts = shorts,
            ShortList = shortList,
            UShorts = uShorts,
            UShortList = uShortList,
            Ints = ints,
            IntList = intList,
            UInts = uInts,
            UIntList = uIntList,
            Longs = longs,
            LongList = longList,
            ULongs = uLongs,
            ULongList = uLongList,
            Floats = floats,
            FloatList = floatList,
            Doubles = doubles,
            DoubleList = doubleList,
            Flags = flags,
            FlagList = flagList,
            ByteList = byteList,
        };
    }
}
