using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public static partial class Put
{
    /// <summary>Writes a signed byte in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte SByte(ref byte p, sbyte value) => ref Int32(ref p, value);

    /// <summary>Writes a byte in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Byte(ref byte p, byte value) => ref UInt32(ref p, value);

    /// <summary>Writes a 16-bit integer in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int16(ref byte p, short value) => ref Int32(ref p, value);

    /// <summary>Writes an unsigned 16-bit integer in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt16(ref byte p, ushort value) => ref UInt32(ref p, value);

    /// <summary>Writes a character as the number of its UTF-16 code unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Char(ref byte p, char value) => ref UInt32(ref p, value);

    /// <summary>Writes a 32-bit integer in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int32(ref byte p, int value)
    {
        if ((uint)value > Code.MaxFixInt)
            return ref WideInt32(ref p, value);
        p = (byte)value;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes an unsigned 32-bit integer in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt32(ref byte p, uint value)
    {
        if (value > Code.MaxFixInt)
            return ref WideUInt32(ref p, value);
        p = (byte)value;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes a 64-bit integer in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int64(ref byte p, long value)
    {
        if ((ulong)value > Code.MaxFixInt)
            return ref WideInt64(ref p, value);
        p = (byte)value;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes an unsigned 64-bit integer in its shortest form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt64(ref byte p, ulong value)
    {
        if (value > Code.MaxFixInt)
            return ref WideUInt64(ref p, value);
        p = (byte)value;
        return ref Unsafe.Add(ref p, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideInt32(ref byte p, int value)
    {
        if (value >= 0)
            return ref UpTo32Bits(ref p, (uint)value);
        return ref NegativeUpTo32Bits(ref p, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideUInt32(ref byte p, uint value) => ref UpTo32Bits(ref p, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideInt64(ref byte p, long value)
    {
        if (value >= 0)
            return ref UpTo64Bits(ref p, (ulong)value);
        if (value >= int.MinValue)
            return ref NegativeUpTo32Bits(ref p, (int)value);
        p = Code.Int64;
        BigEndian.Store64(ref Unsafe.Add(ref p, 1), (ulong)value);
        return ref Unsafe.Add(ref p, 9);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideUInt64(ref byte p, ulong value) => ref UpTo64Bits(ref p, value);

    // Inlined into each of the four above, so that a value that is not small costs one call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte UpTo64Bits(ref byte p, ulong value)
    {
        if (value <= uint.MaxValue)
            return ref UpTo32Bits(ref p, (uint)value);
        p = Code.UInt64;
        BigEndian.Store64(ref Unsafe.Add(ref p, 1), value);
        return ref Unsafe.Add(ref p, 9);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte UpTo32Bits(ref byte p, uint value)
    {
        if (value <= byte.MaxValue)
        {
            p = Code.UInt8;
            Unsafe.Add(ref p, 1) = (byte)value;
            return ref Unsafe.Add(ref p, 2);
        }
        if (value <= ushort.MaxValue)
        {
            p = Code.UInt16;
            BigEndian.Store16(ref Unsafe.Add(ref p, 1), (ushort)value);
            return ref Unsafe.Add(ref p, 3);
        }
        p = Code.UInt32;
        BigEndian.Store32(ref Unsafe.Add(ref p, 1), value);
        return ref Unsafe.Add(ref p, 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte NegativeUpTo32Bits(ref byte p, int value)
    {
        if (value >= -32)
        {
            p = (byte)value;
            return ref Unsafe.Add(ref p, 1);
        }
        if (value >= sbyte.MinValue)
        {
            p = Code.Int8;
            Unsafe.Add(ref p, 1) = (byte)value;
            return ref Unsafe.Add(ref p, 2);
        }
        if (value >= short.MinValue)
        {
            p = Code.Int16;
            BigEndian.Store16(ref Unsafe.Add(ref p, 1), (ushort)value);
            return ref Unsafe.Add(ref p, 3);
        }
        p = Code.Int32;
        BigEndian.Store32(ref Unsafe.Add(ref p, 1), (uint)value);
        return ref Unsafe.Add(ref p, 5);
    }
}
