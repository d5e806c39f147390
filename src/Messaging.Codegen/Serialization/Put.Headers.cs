using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public static partial class Put
{
    /// <summary>Writes nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Nil(ref byte p)
    {
        p = Code.Nil;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes true or false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Boolean(ref byte p, bool value)
    {
        p = value ? Code.True : Code.False;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes a 32-bit float; it stays a float even when its value is whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Single(ref byte p, float value)
    {
        p = Code.Float32;
        BigEndian.Store32(ref Unsafe.Add(ref p, 1), BitConverter.SingleToUInt32Bits(value));
        return ref Unsafe.Add(ref p, SingleBytes);
    }

    /// <summary>Writes a 64-bit float; it is never narrowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Double(ref byte p, double value)
    {
        p = Code.Float64;
        BigEndian.Store64(ref Unsafe.Add(ref p, 1), BitConverter.DoubleToUInt64Bits(value));
        return ref Unsafe.Add(ref p, DoubleBytes);
    }

    /// <summary>Writes the header of an array of <paramref name="count"/> elements, 0 to 15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte FixArrayHeader(ref byte p, int count)
    {
        p = (byte)(Code.MinFixArray | count);
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes the header of an array of <paramref name="count"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte ArrayHeader(ref byte p, int count) =>
        ref Header(ref p, count, Code.MinFixArray, Code.Array16);

    /// <summary>Writes the header of a map of <paramref name="count"/> pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte MapHeader(ref byte p, int count) =>
        ref Header(ref p, count, Code.MinFixMap, Code.Map16);

    /// <summary>Writes the header of <paramref name="length"/> raw bytes.</summary>
    public static ref byte BinaryHeader(ref byte p, int length)
    {
        if (length > byte.MaxValue)
            return ref WideHeader(ref p, length, Code.Bin16);
        p = Code.Bin8;
        Unsafe.Add(ref p, 1) = (byte)length;
        return ref Unsafe.Add(ref p, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Header(ref byte p, int count, byte fix, byte wide16)
    {
        if (count > Code.MaxFixContainerCount)
            return ref WideHeader(ref p, count, wide16);
        p = (byte)(fix | count);
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes a 16- or 32-bit header; in every family of the format the 32-bit code follows the 16-bit one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideHeader(ref byte p, int count, byte wide16)
    {
        if (count <= ushort.MaxValue)
        {
            p = wide16;
            BigEndian.Store16(ref Unsafe.Add(ref p, 1), (ushort)count);
            return ref Unsafe.Add(ref p, 3);
        }
        p = (byte)(wide16 + 1);
        BigEndian.Store32(ref Unsafe.Add(ref p, 1), (uint)count);
        return ref Unsafe.Add(ref p, 5);
    }
}
