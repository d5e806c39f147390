using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Writes sixteen 32-bit integers at once where the machine can close the gaps in a whole vector: every element gets eight bytes, of which those that
/// its length class needs are kept. Precondition: <see cref="Vectors.HasWideShuffle"/>.
/// </summary>
internal static class Int32WideWriter
{
    // By the number of leading zeros of an element, or of the complement of a negative one with this added: its code, 0 for a single byte; and
    // its class, which is 0 for a single byte and 1, 2, 3 for 1, 2, 4 bytes behind a code. Zero and -1 have the same place.
    private const int FirstNegative = 32;
    private static readonly byte[] Codes = [.. Enumerable.Range(0, Vector512<byte>.Count).Select(static form => CodeOf(form))];
    private static readonly byte[] Classes = [.. Enumerable.Range(0, Vector512<byte>.Count).Select(static form => ClassOf(form))];

    /// <summary>
    /// Where the elements go before they are looked at, so that interleaving the lower and the upper halves of all 128-bit lanes with another vector gives
    /// the first and the last eight in their order.
    /// </summary>
    private static Vector512<int> Interleaved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
    }

    /// <summary>Precondition: room for <see cref="Put.Int32Bytes"/> each and <see cref="Int32Writer.Slack"/> more.</summary>
    /// <returns>The position behind them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte WriteSixteen(ref byte p, Vector512<int> elements)
    {
        Vector512<int> value = Avx512F.PermuteVar16x32(elements, Interleaved);
        Vector512<int> negative = value >> 31;
        Vector512<int> form = Avx512CD.LeadingZeroCount(value ^ negative) | negative & Vector512.Create(FirstNegative);
        Vector512<int> code = Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Codes)), form.AsByte()).AsInt32();
        if (code == Vector512<int>.Zero)
        {
            Avx512F.ConvertToVector128Byte(elements).StoreUnsafe(ref p);
            return ref Unsafe.Add(ref p, Vector512<int>.Count);
        }
        // The class stands behind the code.
        Vector512<int> lengthClass = Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Classes)), form.AsByte()).AsInt32();
        code |= lengthClass << 8;
        p = ref WriteEight(ref p, Avx512F.UnpackLow(value, code));
        return ref WriteEight(ref p, Avx512F.UnpackHigh(value, code));
    }

    /// <summary>Lanes of the value (four bytes, the lowest first), its code and its class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte WriteEight(ref byte p, Vector512<int> lanes)
    {
        // For two lanes: the order of the bytes in a message; where the class stands, for each; and from which class on the byte is written, those of none never.
        Vector512<byte> order = Pairs(0x0606060001020304, 0x0e0e0e08090a0b0c);
        Vector512<byte> classes = Pairs(0x0606060505050505, 0x0e0e0e0d0d0d0d0d);
        Vector512<byte> least = Pairs(0xffff_ff00_0203_0301, 0xffff_ff00_0203_0301);
        Vector512<byte> isKept = Vector512.GreaterThanOrEqual(Avx512BW.Shuffle(lanes.AsByte(), classes), least);
        Avx512Vbmi2.Compress(Vector512<byte>.Zero, isKept, Avx512BW.Shuffle(lanes.AsByte(), order)).StoreUnsafe(ref p);
        return ref Unsafe.Add(ref p, BitOperations.PopCount(isKept.ExtractMostSignificantBits()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Pairs(ulong even, ulong odd) => Vector512.Create(even, odd, even, odd, even, odd, even, odd).AsByte();

    private static byte CodeOf(int form)
    {
        byte lengthClass = ClassOf(form);
        return lengthClass == 0 ? (byte)0 : (byte)((form < FirstNegative ? Code.UInt8 : Code.Int8) - 1 + lengthClass);
    }

    private static byte ClassOf(int form)
    {
        if (form is 0 or FirstNegative)
            return 0;
        int bits = 32 - form % FirstNegative;
        int sign = form < FirstNegative ? 0 : 1;
        if (bits <= (sign == 0 ? 7 : 5))
            return 0;
        return (bits + sign) switch
        {
            <= 8 => 1,
            <= 16 => 2,
            _ => 3,
        };
    }
}
