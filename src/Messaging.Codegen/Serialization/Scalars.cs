using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Serialization;

/// <summary>One scalar type, for code that is written once for all of them: only the static members are used.</summary>
internal interface IScalar<TSelf, T>
    where TSelf : struct, IScalar<TSelf, T>
{
    static abstract int MaxBytes { get; }

    /// <summary>Bytes that <see cref="PutRun"/> needs beyond <see cref="MaxBytes"/> for each value.</summary>
    static virtual int RunSlack => 0;

    static abstract ref byte Put(ref byte p, T value);

    static abstract T Read(ref PackReader reader);

    static virtual ref byte PutRun(ref byte p, ReadOnlySpan<T> values)
    {
        foreach (T value in values)
            p = ref TSelf.Put(ref p, value);
        return ref p;
    }

    /// <summary>Reads as many values as have a form that is quickly read; the next one is left to <see cref="Read"/>.</summary>
    static virtual int ReadRun(ReadOnlySpan<byte> bytes, Span<T> values, out int consumed)
    {
        consumed = 0;
        return 0;
    }
}

internal readonly struct SByteScalar : IScalar<SByteScalar, sbyte>
{
    public static int MaxBytes => Serialization.Put.SByteBytes;

    public static ref byte Put(ref byte p, sbyte value) => ref Serialization.Put.SByte(ref p, value);

    public static sbyte Read(ref PackReader reader) => reader.ReadSByte();
}

internal readonly struct Int16Scalar : IScalar<Int16Scalar, short>
{
    public static int MaxBytes => Serialization.Put.Int16Bytes;

    public static ref byte Put(ref byte p, short value) => ref Serialization.Put.Int16(ref p, value);

    public static short Read(ref PackReader reader) => reader.ReadInt16();
}

internal readonly struct UInt16Scalar : IScalar<UInt16Scalar, ushort>
{
    public static int MaxBytes => Serialization.Put.UInt16Bytes;

    public static ref byte Put(ref byte p, ushort value) => ref Serialization.Put.UInt16(ref p, value);

    public static ushort Read(ref PackReader reader) => reader.ReadUInt16();
}

internal readonly struct Int32Scalar : IScalar<Int32Scalar, int>
{
    public static int MaxBytes => Serialization.Put.Int32Bytes;

    public static ref byte Put(ref byte p, int value) => ref Serialization.Put.Int32(ref p, value);

    public static int Read(ref PackReader reader) => reader.ReadInt32();

    public static int RunSlack => Int32Writer.Slack;

    public static ref byte PutRun(ref byte p, ReadOnlySpan<int> values) => ref Int32Writer.Write(ref p, values);

    public static int ReadRun(ReadOnlySpan<byte> bytes, Span<int> values, out int consumed) => Int32Reader.Read(bytes, values, out consumed);
}

internal readonly struct UInt32Scalar : IScalar<UInt32Scalar, uint>
{
    public static int MaxBytes => Serialization.Put.UInt32Bytes;

    public static ref byte Put(ref byte p, uint value) => ref Serialization.Put.UInt32(ref p, value);

    public static uint Read(ref PackReader reader) => reader.ReadUInt32();
}

internal readonly struct Int64Scalar : IScalar<Int64Scalar, long>
{
    public static int MaxBytes => Serialization.Put.Int64Bytes;

    public static ref byte Put(ref byte p, long value) => ref Serialization.Put.Int64(ref p, value);

    public static long Read(ref PackReader reader) => reader.ReadInt64();
}

internal readonly struct UInt64Scalar : IScalar<UInt64Scalar, ulong>
{
    public static int MaxBytes => Serialization.Put.UInt64Bytes;

    public static ref byte Put(ref byte p, ulong value) => ref Serialization.Put.UInt64(ref p, value);

    public static ulong Read(ref PackReader reader) => reader.ReadUInt64();
}

internal readonly struct SingleScalar : IScalar<SingleScalar, float>
{
    public static int MaxBytes => Serialization.Put.SingleBytes;

    public static ref byte Put(ref byte p, float value) => ref Serialization.Put.Single(ref p, value);

    public static float Read(ref PackReader reader) => reader.ReadSingle();
}

internal readonly struct DoubleScalar : IScalar<DoubleScalar, double>
{
    public static int MaxBytes => Serialization.Put.DoubleBytes;

    public static ref byte Put(ref byte p, double value) => ref Serialization.Put.Double(ref p, value);

    public static double Read(ref PackReader reader) => reader.ReadDouble();

    public static ref byte PutRun(ref byte p, ReadOnlySpan<double> values) => ref DoubleRuns.Write(ref p, values);

    public static int ReadRun(ReadOnlySpan<byte> bytes, Span<double> values, out int consumed)
    {
        int read = DoubleRuns.Read(bytes, values);
        consumed = read * Serialization.Put.DoubleBytes;
        return read;
    }
}

internal readonly struct BooleanScalar : IScalar<BooleanScalar, bool>
{
    public static int MaxBytes => Serialization.Put.BooleanBytes;

    public static ref byte Put(ref byte p, bool value) => ref Serialization.Put.Boolean(ref p, value);

    public static bool Read(ref PackReader reader) => reader.ReadBoolean();
}

internal readonly struct ByteScalar : IScalar<ByteScalar, byte>
{
    public static int MaxBytes => Serialization.Put.ByteBytes;

    public static ref byte Put(ref byte p, byte value) => ref Serialization.Put.Byte(ref p, value);

    public static byte Read(ref PackReader reader) => reader.ReadByte();
}
