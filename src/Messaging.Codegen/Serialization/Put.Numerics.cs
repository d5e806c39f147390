using System.Runtime.CompilerServices;
using System.Text;

namespace Messaging.Codegen.Serialization;

public static partial class Put
{
    /// <summary>Bytes that <see cref="Half(ref byte, System.Half)"/> writes.</summary>
    public const int HalfBytes = SingleBytes;

    /// <summary>Most bytes that <see cref="Rune(ref byte, System.Text.Rune)"/> writes.</summary>
    public const int RuneBytes = Int32Bytes;

    /// <summary>Bytes that <see cref="Int128(ref byte, System.Int128)"/> writes: a bin8 header of 2 and the number.</summary>
    public const int Int128Bytes = 2 + 16;

    /// <summary>Bytes that <see cref="UInt128(ref byte, System.UInt128)"/> writes: a bin8 header of 2 and the number.</summary>
    public const int UInt128Bytes = 2 + 16;

    /// <summary>Writes a 16-bit float as a 32-bit float: the format has no narrower one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Half(ref byte p, Half value) => ref Single(ref p, (float)value);

    /// <summary>Writes a Unicode scalar value as its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Rune(ref byte p, Rune value) => ref Int32(ref p, value.Value);

    /// <summary>Writes a 128-bit integer as 16 raw bytes, the lowest first, whatever its value: the format's integers end at 64 bits.</summary>
    public static ref byte Int128(ref byte p, Int128 value) => ref UInt128(ref p, (UInt128)value);

    /// <summary>Writes a 128-bit integer as 16 raw bytes, the lowest first, whatever its value: the format's integers end at 64 bits.</summary>
    public static ref byte UInt128(ref byte p, UInt128 value)
    {
        p = Code.Bin8;
        Unsafe.Add(ref p, 1) = 16;
        LittleEndian.Store64(ref Unsafe.Add(ref p, 2), (ulong)value);
        LittleEndian.Store64(ref Unsafe.Add(ref p, 10), (ulong)(value >> 64));
        return ref Unsafe.Add(ref p, UInt128Bytes);
    }

    /// <summary>Writes a Half, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Half(ref byte p, Half? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Half(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Rune, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Rune(ref byte p, Rune? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Rune(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a Int128, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Int128(ref byte p, Int128? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref Int128(ref p, value.GetValueOrDefault());
    }

    /// <summary>Writes a UInt128, or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte UInt128(ref byte p, UInt128? value)
    {
        if (!value.HasValue)
            return ref Nil(ref p);
        return ref UInt128(ref p, value.GetValueOrDefault());
    }
}
