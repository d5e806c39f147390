using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>Arrays of 64-bit floats, nine bytes each: seven at a time where a vector holds as many, else two written and four read at a time.</summary>
internal static class DoubleRuns
{
    private const int Stride = Put.DoubleBytes;
    private const int Seven = 7;

    /// <summary>Stands for a code in <see cref="SevenSources"/>; the permutation takes it for 0.</summary>
    private const byte CodeSource = 64;

    /// <summary>For each byte of seven elements the byte of seven doubles that goes there.</summary>
    private static readonly byte[] SevenSources = [.. Enumerable.Range(0, Vector512<byte>.Count)
        .Select(static at => (byte)(at % Stride == 0 ? CodeSource : at / Stride * sizeof(double) + sizeof(double) - at % Stride))];

    /// <summary>For each byte of seven doubles the byte of seven elements that it comes from.</summary>
    private static readonly byte[] SevenTargets = [.. Enumerable.Range(0, Vector512<byte>.Count)
        .Select(static at => (byte)(at / sizeof(double) * Stride + sizeof(double) - at % sizeof(double)))];

    /// <summary>Where the codes of seven elements stand, a bit each.</summary>
    private const ulong SevenCodes = 1ul | 1ul << Stride | 1ul << 2 * Stride | 1ul << 3 * Stride | 1ul << 4 * Stride | 1ul << 5 * Stride | 1ul << 6 * Stride;

    public static bool IsSupported => Vectors.HasShuffle;

    /// <summary>Writes the elements, not the header. Precondition: room for <see cref="Put.DoubleBytes"/> each.</summary>
    /// <returns>The position behind them.</returns>
    public static ref byte Write(ref byte p, ReadOnlySpan<double> values)
    {
        int i = 0;
        if (IsSupported)
        {
            ref double first = ref MemoryMarshal.GetReference(values);
            if (Vectors.HasWideShuffle)
            {
                // Eight are loaded and 64 bytes stored, of which seven and 63 count.
                Vector512<byte> sources = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(SevenSources));
                Vector512<byte> isCode = Vector512.Equals(sources, Vector512.Create(CodeSource));
                for (; values.Length - i > Seven; i += Seven)
                {
                    Vector512<byte> moved = Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref first, (nuint)i).AsByte(), sources);
                    Vector512.ConditionalSelect(isCode, Vector512.Create(Code.Float64), moved).StoreUnsafe(ref p);
                    p = ref Unsafe.Add(ref p, Seven * Stride);
                }
            }
            for (; values.Length - i >= 2; i += 2)
                p = ref WriteTwo(ref p, Vector128.LoadUnsafe(ref first, (nuint)i).AsByte());
        }
        return ref WriteScalar(ref p, values[i..]);
    }

    public static ref byte WriteScalar(ref byte p, ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            p = ref Put.Double(ref p, value);
        return ref p;
    }

    /// <summary>Reads elements as long as they are 64-bit floats and inside <paramref name="bytes"/>.</summary>
    /// <param name="bytes">From the first element on.</param>
    /// <param name="values">Receives the elements.</param>
    /// <returns>The number of elements read, each of <see cref="Put.DoubleBytes"/>. The next one, if any, needs the complete decoder.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<double> values)
    {
        int most = Math.Min(bytes.Length / Stride, values.Length);
        ref byte p = ref MemoryMarshal.GetReference(bytes);
        int i = 0;
        if (Vectors.HasWideShuffle)
        {
            Vector512<byte> targets = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(SevenTargets));
            ref double first = ref MemoryMarshal.GetReference(values);
            for (; most - i > Seven; i += Seven)
            {
                Vector512<byte> unit = Vector512.LoadUnsafe(ref p);
                if ((~Vector512.Equals(unit, Vector512.Create(Code.Float64)).ExtractMostSignificantBits() & SevenCodes) != 0)
                    break;
                Avx512Vbmi.PermuteVar64x8(unit, targets).AsDouble().StoreUnsafe(ref first, (nuint)i);
                p = ref Unsafe.Add(ref p, Seven * Stride);
            }
        }
        for (; most - i >= 4; i += 4)
        {
            int unlike = (p ^ Code.Float64) | (Unsafe.Add(ref p, Stride) ^ Code.Float64)
                | (Unsafe.Add(ref p, 2 * Stride) ^ Code.Float64) | (Unsafe.Add(ref p, 3 * Stride) ^ Code.Float64);
            if (unlike != 0)
                break;
            values[i] = Load(ref Unsafe.Add(ref p, 1));
            values[i + 1] = Load(ref Unsafe.Add(ref p, Stride + 1));
            values[i + 2] = Load(ref Unsafe.Add(ref p, 2 * Stride + 1));
            values[i + 3] = Load(ref Unsafe.Add(ref p, 3 * Stride + 1));
            p = ref Unsafe.Add(ref p, 4 * Stride);
        }
        for (; i < most && p == Code.Float64; i++)
        {
            values[i] = Load(ref Unsafe.Add(ref p, 1));
            p = ref Unsafe.Add(ref p, Stride);
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Load(ref byte p) => BitConverter.UInt64BitsToDouble(BigEndian.Load64(ref p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte WriteTwo(ref byte p, Vector128<byte> two)
    {
        // A code, the first value, a code, and all but the last two bytes of the second value.
        Vector128<byte> reversed = Vectors.Shuffle(two, Vector128.Create(Vectors.Zero, 7, 6, 5, 4, 3, 2, 1, 0, Vectors.Zero, 15, 14, 13, 12, 11, 10));
        (reversed | Vector128.Create(Code.Float64, 0, 0, 0, 0, 0, 0, 0, 0, Code.Float64, 0, 0, 0, 0, 0, 0)).StoreUnsafe(ref p);
        BigEndian.Store16(ref Unsafe.Add(ref p, 16), two.AsUInt16()[4]);
        return ref Unsafe.Add(ref p, 2 * Put.DoubleBytes);
    }
}
