namespace Messaging.Codegen.Serialization;

/// <summary>
/// Writes one MessagePack token at a position inside room that <see cref="PackWriter.Reserve"/> has given, and returns the position behind it.
/// Meant for emitted code: a run of members costs one room check, and each call is a few stores.
/// </summary>
/// <remarks>
/// Precondition of every method here: at least the matching <c>…Bytes</c> constant (or <see cref="MaxBytes"/> for a string) of writable bytes begins
/// at <c>p</c>. Nothing checks it; the sum passed to <see cref="PackWriter.Reserve"/> is what guarantees it.
/// The bytes equal those of MessagePack-CSharp 3 with its standard resolver.
/// </remarks>
public static partial class Put
{
    /// <summary>Most bytes that <see cref="Nil"/> writes.</summary>
    public const int NilBytes = 1;

    /// <summary>Most bytes that <see cref="Boolean(ref byte, bool)"/> writes.</summary>
    public const int BooleanBytes = 1;

    /// <summary>Room that <see cref="SByte(ref byte, sbyte)"/> needs: a code and a word, of which up to two bytes count.</summary>
    public const int SByteBytes = Int32Bytes;

    /// <summary>Room that <see cref="Byte(ref byte, byte)"/> needs: a code and a word, of which up to two bytes count.</summary>
    public const int ByteBytes = Int32Bytes;

    /// <summary>Room that <see cref="Int16(ref byte, short)"/> needs: a code and a word, of which up to three bytes count.</summary>
    public const int Int16Bytes = Int32Bytes;

    /// <summary>Room that <see cref="UInt16(ref byte, ushort)"/> needs: a code and a word, of which up to three bytes count.</summary>
    public const int UInt16Bytes = Int32Bytes;

    /// <summary>Most bytes that <see cref="Int32(ref byte, int)"/> writes.</summary>
    public const int Int32Bytes = 5;

    /// <summary>Most bytes that <see cref="UInt32(ref byte, uint)"/> writes.</summary>
    public const int UInt32Bytes = 5;

    /// <summary>Most bytes that <see cref="Int64(ref byte, long)"/> writes.</summary>
    public const int Int64Bytes = 9;

    /// <summary>Most bytes that <see cref="UInt64(ref byte, ulong)"/> writes.</summary>
    public const int UInt64Bytes = 9;

    /// <summary>Bytes that <see cref="Single(ref byte, float)"/> writes.</summary>
    public const int SingleBytes = 5;

    /// <summary>Bytes that <see cref="Double(ref byte, double)"/> writes.</summary>
    public const int DoubleBytes = 9;

    /// <summary>Room that <see cref="Char(ref byte, char)"/> needs: a code and a word, of which up to three bytes count.</summary>
    public const int CharBytes = Int32Bytes;

    /// <summary>Bytes that <see cref="Guid(ref byte, System.Guid)"/> writes: a str8 header of 2 and 36 characters.</summary>
    public const int GuidBytes = 38;

    /// <summary>Room that <see cref="Decimal(ref byte, decimal)"/> needs: a fixstr header and 31 characters (sign, point, 29 digits).</summary>
    public const int DecimalBytes = 32;

    /// <summary>Most bytes that <see cref="DateTime(ref byte, System.DateTime)"/> writes: a 96-bit timestamp with its header of 3.</summary>
    public const int DateTimeBytes = 15;

    /// <summary>Most bytes that <see cref="DateTimeOffset(ref byte, System.DateTimeOffset)"/> writes: array header, timestamp, minutes.</summary>
    public const int DateTimeOffsetBytes = 1 + DateTimeBytes + Int16Bytes;

    /// <summary>Most bytes that <see cref="TimeSpan(ref byte, System.TimeSpan)"/> writes.</summary>
    public const int TimeSpanBytes = Int64Bytes;

    /// <summary>Most bytes that <see cref="DateOnly(ref byte, System.DateOnly)"/> writes.</summary>
    public const int DateOnlyBytes = Int32Bytes;

    /// <summary>Most bytes that <see cref="TimeOnly(ref byte, System.TimeOnly)"/> writes.</summary>
    public const int TimeOnlyBytes = Int64Bytes;

    /// <summary>Bytes that <see cref="FixArrayHeader"/> writes.</summary>
    public const int FixArrayHeaderBytes = 1;

    /// <summary>Most bytes that <see cref="ArrayHeader"/>, <see cref="MapHeader"/> or <see cref="BinaryHeader"/> writes.</summary>
    public const int HeaderBytes = 5;
}
