namespace Messaging.Codegen.Serialization;

/// <summary>One scalar type for code that is written once for all: <c>default(TScalar)</c> is never used, only its static members are.</summary>
internal interface IScalar<T>
{
    static abstract int MaxBytes { get; }

    static abstract ref byte Put(ref byte p, T value);

    static abstract T Read(ref PackReader reader);
}

internal readonly struct SByteScalar : IScalar<sbyte>
{
    public static int MaxBytes => Serialization.Put.SByteBytes;

    public static ref byte Put(ref byte p, sbyte value) => ref Serialization.Put.SByte(ref p, value);

    public static sbyte Read(ref PackReader reader) => reader.ReadSByte();
}

internal readonly struct Int16Scalar : IScalar<short>
{
    public static int MaxBytes => Serialization.Put.Int16Bytes;

    public static ref byte Put(ref byte p, short value) => ref Serialization.Put.Int16(ref p, value);

    public static short Read(ref PackReader reader) => reader.ReadInt16();
}

internal readonly struct UInt16Scalar : IScalar<ushort>
{
    public static int MaxBytes => Serialization.Put.UInt16Bytes;

    public static ref byte Put(ref byte p, ushort value) => ref Serialization.Put.UInt16(ref p, value);

    public static ushort Read(ref PackReader reader) => reader.ReadUInt16();
}

internal readonly struct Int32Scalar : IScalar<int>
{
    public static int MaxBytes => Serialization.Put.Int32Bytes;

    public static ref byte Put(ref byte p, int value) => ref Serialization.Put.Int32(ref p, value);

    public static int Read(ref PackReader reader) => reader.ReadInt32();
}

internal readonly struct UInt32Scalar : IScalar<uint>
{
    public static int MaxBytes => Serialization.Put.UInt32Bytes;

    public static ref byte Put(ref byte p, uint value) => ref Serialization.Put.UInt32(ref p, value);

    public static uint Read(ref PackReader reader) => reader.ReadUInt32();
}

internal readonly struct Int64Scalar : IScalar<long>
{
    public static int MaxBytes => Serialization.Put.Int64Bytes;

    public static ref byte Put(ref byte p, long value) => ref Serialization.Put.Int64(ref p, value);

    public static long Read(ref PackReader reader) => reader.ReadInt64();
}

internal readonly struct UInt64Scalar : IScalar<ulong>
{
    public static int MaxBytes => Serialization.Put.UInt64Bytes;

    public static ref byte Put(ref byte p, ulong value) => ref Serialization.Put.UInt64(ref p, value);

    public static ulong Read(ref PackReader reader) => reader.ReadUInt64();
}

internal readonly struct SingleScalar : IScalar<float>
{
    public static int MaxBytes => Serialization.Put.SingleBytes;

    public static ref byte Put(ref byte p, float value) => ref Serialization.Put.Single(ref p, value);

    public static float Read(ref PackReader reader) => reader.ReadSingle();
}

internal readonly struct DoubleScalar : IScalar<double>
{
    public static int MaxBytes => Serialization.Put.DoubleBytes;

    public static ref byte Put(ref byte p, double value) => ref Serialization.Put.Double(ref p, value);

    public static double Read(ref PackReader reader) => reader.ReadDouble();
}

internal readonly struct BooleanScalar : IScalar<bool>
{
    public static int MaxBytes => Serialization.Put.BooleanBytes;

    public static ref byte Put(ref byte p, bool value) => ref Serialization.Put.Boolean(ref p, value);

    public static bool Read(ref PackReader reader) => reader.ReadBoolean();
}

internal readonly struct ByteScalar : IScalar<byte>
{
    public static int MaxBytes => Serialization.Put.ByteBytes;

    public static ref byte Put(ref byte p, byte value) => ref Serialization.Put.Byte(ref p, value);

    public static byte Read(ref PackReader reader) => reader.ReadByte();
}
