using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// <see cref="Int32Mixture"/> where the machine can permute 64 bytes. The position behind the element that would begin at each byte is found for all bytes
/// of a window at once, then the position two, four, eight and sixteen elements on, from which follow those of sixteen elements without going from
/// one to the next. All a window has to know of the one before it is where its last element ends.
/// Precondition: <see cref="Vectors.HasWideShuffle"/>.
/// </summary>
internal static class Int32WideMixture
{
    /// <summary>The most elements in a step.</summary>
    public const int Count = 16;

    private const int Window = 64;

    /// <summary>Elements are read that begin before this; a step is enough for as many bytes of mixed sizes, mostly.</summary>
    private const byte Stride = 50;

    /// <summary>A position that no element ends at; behind one that cannot be read.</summary>
    private const byte Nowhere = Window - 1;

    private static Vector512<byte> Positions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            (byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
            32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63);
    }

    /// <summary>Reads elements up to the first that is no integer of up to 32 bits in range, or that is near the end of the bytes or of the values.</summary>
    /// <param name="bytes">From the first element on.</param>
    /// <param name="values">Receives the elements; more behind them may be overwritten.</param>
    /// <param name="consumed">Bytes of the elements that were read.</param>
    /// <returns>The number of elements.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<int> values, out int consumed)
    {
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        ref int destination = ref MemoryMarshal.GetReference(values);
        int count = 0;
        int window = 0;
        Vector512<byte> from = Vector512<byte>.Zero; // in the window, in all lanes
        for (; bytes.Length - window >= Window; window += Stride)
        {
            Vector512<byte> unit = Vector512.LoadUnsafe(ref source, (nuint)window);
            Vector512<byte> end = Positions + SizesOf(unit);
            Vector512<byte> next = Vector512.Min(end, Vector512.Create(Nowhere));
            Vector512<byte> next2 = Avx512Vbmi.PermuteVar64x8(next, next);
            Vector512<byte> next4 = Avx512Vbmi.PermuteVar64x8(next2, next2);
            Vector512<byte> next8 = Avx512Vbmi.PermuteVar64x8(next4, next4);
            Vector512<byte> next16 = Avx512Vbmi.PermuteVar64x8(next8, next8);
            while (from.ToScalar() < Stride)
            {
                if (values.Length - count < Count)
                {
                    consumed = window + from.ToScalar();
                    return count;
                }
                // Where each element begins, four times, once for each byte of its value: as many on as the bits of its number say.
                Vector512<byte> start = Go(next, from, Vector512.Create(0xffff_ffff_0000_0000));
                start = Go(next2, start, Vector512.Create(0, ulong.MaxValue, 0, ulong.MaxValue, 0, ulong.MaxValue, 0, ulong.MaxValue));
                start = Go(next4, start, Vector512.Create(0, 0, ulong.MaxValue, ulong.MaxValue, 0, 0, ulong.MaxValue, ulong.MaxValue));
                start = Go(next8, start, Vector512.Create(0, 0, 0, 0, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue));
                int read = Store(unit, start, Avx512Vbmi.PermuteVar64x8(end, start), ref Unsafe.Add(ref destination, count), out bool isRefused);
                count += read;
                from = Avx512Vbmi.PermuteVar64x8(next16, from);
                if (isRefused)
                {
                    consumed = window + Vector512.GetElement(start, read * sizeof(int));
                    return count;
                }
            }
            from -= Vector512.Create(Stride);
        }
        consumed = window + from.ToScalar();
        return count;
    }

    /// <summary>The size that an element beginning with each byte would have: none from the stride on, too much where none can begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> SizesOf(Vector512<byte> codes)
    {
        // From UInt8 to Int64.
        Vector512<byte> table = Vector512.Create(0x4005_0302_4005_0302ul).AsByte();
        Vector512<byte> fromUInt8 = codes - Vector512.Create(Code.UInt8);
        Vector512<byte> isWide = Vector512.LessThan(fromUInt8, Vector512.Create((byte)(Code.Int64 - Code.UInt8 + 1)));
        Vector512<byte> isSingle = Vector512.GreaterThanOrEqual(codes.AsSByte(), Vector512.Create(unchecked((sbyte)Code.MinNegativeFixInt))).AsByte();
        Vector512<byte> others = Vector512.ConditionalSelect(isSingle, Vector512<byte>.One, Vector512.Create((byte)Window));
        return Vector512.ConditionalSelect(isWide, Avx512BW.Shuffle(table, fromUInt8), others) & Vector512.LessThan(Positions, Vector512.Create(Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Go(Vector512<byte> next, Vector512<byte> from, Vector512<ulong> which) =>
        Vector512.ConditionalSelect(which.AsByte(), Avx512Vbmi.PermuteVar64x8(next, from), from);

    /// <summary>Stores the values of the elements, up to the first that begins behind the stride or is refused.</summary>
    /// <returns>The number of elements; lanes behind them are overwritten.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Store(Vector512<byte> unit, Vector512<byte> start, Vector512<byte> end, ref int destination, out bool isRefused)
    {
        // The last four bytes of each element, the last one lowest; what does not belong to the value is shifted out.
        Vector512<byte> last = end - Vector512.Create(0x04030201u).AsByte();
        Vector512<uint> value = Avx512Vbmi.PermuteVar64x8(unit, last).AsUInt32();
        Vector512<uint> size = (end - start).AsUInt32() & Vector512.Create(0xffu);
        Vector512<uint> unused = Avx512BW.Shuffle(Vector512.Create(0x1018_1800ul).AsByte(), size.AsByte()).AsUInt32();
        value = Avx512F.ShiftLeftLogicalVariable(value, unused);
        Vector512<int> signed = Avx512F.ShiftRightArithmeticVariable(value.AsInt32(), unused);
        Vector512<int> unsigned = Avx512F.ShiftRightLogicalVariable(value, unused).AsInt32();
        Vector512<byte> codes = Avx512Vbmi.PermuteVar64x8(unit, start);
        Vector512<int> isUnsigned = Vector512.Equals((codes & Vector512.Create((byte)0xf0)).AsInt32(), Vector512.Create(unchecked((int)0xc0c0_c0c0)));
        Vector512.ConditionalSelect(isUnsigned, unsigned, signed).StoreUnsafe(ref destination);

        ulong isElement = Vector512.GreaterThan(size, Vector512<uint>.Zero).ExtractMostSignificantBits();
        Vector512<int> isUnreadable = Vector512.GreaterThanOrEqual(size, Vector512.Create((uint)Window)).AsInt32();
        ulong refused = (isUnsigned & unsigned | isUnreadable).ExtractMostSignificantBits() & isElement;
        isRefused = refused != 0;
        return isRefused ? BitOperations.TrailingZeroCount(refused) : BitOperations.PopCount(isElement);
    }
}
