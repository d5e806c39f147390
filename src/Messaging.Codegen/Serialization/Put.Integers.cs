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
        if (value is >= -32 and < 0)
        {
            p = (byte)value;
            return ref Unsafe.Add(ref p, 1);
        }
        // A negative number takes as many bytes as twice its size does without a sign.
        int negative = value >>> 31;
        return ref UpTo32Bits(ref p, (uint)value, (uint)(value ^ value >> 31) << negative, Code.UInt8 + (Code.Int8 - Code.UInt8) * negative);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideUInt32(ref byte p, uint value) => ref UpTo32Bits(ref p, value, value, Code.UInt8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideInt64(ref byte p, long value)
    {
        if (value is > 0 and <= uint.MaxValue)
            return ref UpTo32Bits(ref p, (uint)value, (uint)value, Code.UInt8);
        if (value is >= int.MinValue and < 0)
            return ref WideInt32(ref p, (int)value);
        p = value < 0 ? Code.Int64 : Code.UInt64;
        BigEndian.Store64(ref Unsafe.Add(ref p, 1), (ulong)value);
        return ref Unsafe.Add(ref p, 9);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WideUInt64(ref byte p, ulong value)
    {
        if (value <= uint.MaxValue)
            return ref UpTo32Bits(ref p, (uint)value, (uint)value, Code.UInt8);
        p = Code.UInt64;
        BigEndian.Store64(ref Unsafe.Add(ref p, 1), value);
        return ref Unsafe.Add(ref p, 9);
    }

    /// <summary>
    /// Writes a code and one, two or four bytes, without branches on how many: which it is, is mostly a matter of chance. Four bytes are stored in any
    /// case, hence the room that the constants ask for.
    /// </summary>
    /// <param name="p">The position.</param>
    /// <param name="value">The bits of the number.</param>
    /// <param name="size">What decides about the bytes: more than one above 255, more than two above 65535.</param>
    /// <param name="code">The code in front of one byte; those for two and four follow it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte UpTo32Bits(ref byte p, uint value, uint size, int code)
    {
        int doublings = (size > byte.MaxValue ? 1 : 0) + (size > ushort.MaxValue ? 1 : 0);
        p = (byte)(code + doublings);
        BigEndian.Store32(ref Unsafe.Add(ref p, 1), value << (32 - (8 << doublings)));
        return ref Unsafe.Add(ref p, 1 + (1 << doublings));
    }
}
