using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Reads arrays of 32-bit integers in runs of one form, since neighbours in real data mostly have the same; where they do not, sixteen at a time
/// without a branch on the form.
/// </summary>
internal static class Int32Reader
{
    /// <summary>Below this a run ends by a branch that was not foreseen, which costs more than the run saves.</summary>
    private const int ShortRun = 8;

    public static bool IsSupported => Vectors.HasShuffle;

    /// <summary>Reads elements as long as they are integers of up to 32 bits, in range, and inside <paramref name="bytes"/>.</summary>
    /// <param name="bytes">From the first element on.</param>
    /// <param name="values">Receives the elements.</param>
    /// <param name="consumed">Bytes of the elements that were read.</param>
    /// <returns>The number of elements read. The next one, if any, needs the complete decoder.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<int> values, out int consumed)
    {
        int at = 0;
        int count = 0;
        while (count < values.Length && at < bytes.Length)
        {
            byte code = bytes[at];
            int width = code is <= Code.MaxFixInt or >= Code.MinNegativeFixInt ? 0 : 1 << (code & 3);
            Span<int> left = values[count..];
            int read = code switch
            {
                <= Code.MaxFixInt or >= Code.MinNegativeFixInt => ReadSingles(bytes[at..], left),
                Code.UInt8 or Code.Int8 => ReadRun8(bytes[at..], left),
                Code.UInt16 or Code.Int16 => ReadRun16(bytes[at..], left),
                Code.UInt32 or Code.Int32 => ReadRun32(bytes[at..], left),
                _ => 0,
            };
            if (read == 0)
                break;
            count += read;
            at += read * (1 + width);
            if (read < ShortRun && Vectors.HasWideShuffle)
            {
                count += Int32WideMixture.Read(bytes[at..], values[count..], out int wide);
                at += wide;
            }
            while (read < ShortRun && Int32Mixture.TryRead(bytes[at..], values[count..], out int size))
            {
                count += Int32Mixture.Count;
                at += size;
            }
        }
        consumed = at;
        return count;
    }

    /// <summary>Elements of a single byte: sixteen at a time, then one by one.</summary>
    private static int ReadSingles(ReadOnlySpan<byte> bytes, Span<int> values)
    {
        int most = Math.Min(bytes.Length, values.Length);
        int i = 0;
        if (IsSupported)
        {
            ref byte source = ref MemoryMarshal.GetReference(bytes);
            ref int destination = ref MemoryMarshal.GetReference(values);
            for (; most - i >= Vector128<sbyte>.Count; i += Vector128<sbyte>.Count)
            {
                Vector128<sbyte> unit = Vector128.LoadUnsafe(ref source, (nuint)i).AsSByte();
                if (Vector128.LessThanAny(unit, Vector128.Create(unchecked((sbyte)Code.MinNegativeFixInt))))
                    break;
                (Vector128<short> lower, Vector128<short> upper) = Vector128.Widen(unit);
                Vector128.WidenLower(lower).StoreUnsafe(ref destination, (nuint)i);
                Vector128.WidenUpper(lower).StoreUnsafe(ref destination, (nuint)i + 4);
                Vector128.WidenLower(upper).StoreUnsafe(ref destination, (nuint)i + 8);
                Vector128.WidenUpper(upper).StoreUnsafe(ref destination, (nuint)i + 12);
            }
        }
        for (; i < most && bytes[i] is <= Code.MaxFixInt or >= Code.MinNegativeFixInt; i++)
            values[i] = (sbyte)bytes[i];
        return i;
    }

    private static int ReadRun8(ReadOnlySpan<byte> bytes, Span<int> values)
    {
        byte code = bytes[0];
        int sign = code == Code.Int8 ? 0x80 : 0;
        int most = Math.Min(bytes.Length / 2, values.Length);
        ref byte p = ref MemoryMarshal.GetReference(bytes);
        int i = 0;
        for (; i < most && p == code; i++)
        {
            values[i] = (Unsafe.Add(ref p, 1) ^ sign) - sign;
            p = ref Unsafe.Add(ref p, 2);
        }
        return i;
    }

    private static int ReadRun16(ReadOnlySpan<byte> bytes, Span<int> values)
    {
        byte code = bytes[0];
        int sign = code == Code.Int16 ? 0x8000 : 0;
        int most = Math.Min(bytes.Length / 3, values.Length);
        ref byte p = ref MemoryMarshal.GetReference(bytes);
        int i = 0;
        for (; i < most && p == code; i++)
        {
            values[i] = (BigEndian.Load16(ref Unsafe.Add(ref p, 1)) ^ sign) - sign;
            p = ref Unsafe.Add(ref p, 3);
        }
        return i;
    }

    private static int ReadRun32(ReadOnlySpan<byte> bytes, Span<int> values)
    {
        byte code = bytes[0];
        uint largest = code == Code.Int32 ? uint.MaxValue : int.MaxValue;
        int most = Math.Min(bytes.Length / 5, values.Length);
        ref byte p = ref MemoryMarshal.GetReference(bytes);
        int i = 0;
        for (; i < most && p == code; i++)
        {
            uint value = BigEndian.Load32(ref Unsafe.Add(ref p, 1));
            if (value > largest)
                break;
            values[i] = (int)value;
            p = ref Unsafe.Add(ref p, 5);
        }
        return i;
    }
}
