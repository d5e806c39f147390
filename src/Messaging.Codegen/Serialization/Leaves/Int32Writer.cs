using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Writes arrays of 32-bit integers four at a time: the length class of each is computed in lanes, then a shuffle chosen by the classes of two
/// neighbours puts their bytes together.
/// </summary>
internal static class Int32Writer
{
    /// <summary>Bytes behind the elements that are overwritten by whole-vector stores.</summary>
    public const int Slack = 64;

    private const int EntryBytes = 16;
    private const int Singles = 16;

    // Index: class of the first plus four times class of the second; a class is 0 for a single byte and 1, 2, 3 for 1, 2, 4 bytes behind a code.
    private static readonly byte[] PairShuffles = BuildShuffles();
    private static readonly byte[] PairLengths = [.. Enumerable.Range(0, 16).Select(static pair => (byte)(Sources(pair & 3).Length + Sources(pair >> 2).Length))];

    public static bool IsSupported => Vectors.HasShuffle;

    /// <summary>Writes the elements, not the header. Precondition: room for <see cref="Put.Int32Bytes"/> each and <see cref="Slack"/> more.</summary>
    /// <returns>The position behind them.</returns>
    public static ref byte Write(ref byte p, ReadOnlySpan<int> values)
    {
        int i = 0;
        if (IsSupported)
        {
            ref int first = ref MemoryMarshal.GetReference(values);
            for (; values.Length - i >= Singles; i += Singles)
            {
                if (Vectors.HasWideShuffle)
                    p = ref Int32WideWriter.WriteSixteen(ref p, Vector512.LoadUnsafe(ref first, (nuint)i));
                else if (TryWriteSingles(ref p, ref Unsafe.Add(ref first, i)))
                    p = ref Unsafe.Add(ref p, Singles);
                else
                    p = ref WriteFours(ref p, ref Unsafe.Add(ref first, i), Singles);
            }
            int fours = (values.Length - i) / Vector128<int>.Count * Vector128<int>.Count;
            p = ref WriteFours(ref p, ref Unsafe.Add(ref first, i), fours);
            i += fours;
        }
        return ref WriteScalar(ref p, values[i..]);
    }

    /// <summary>The same, one at a time; needs no slack.</summary>
    public static ref byte WriteScalar(ref byte p, ReadOnlySpan<int> values)
    {
        foreach (int value in values)
            p = ref Put.Int32(ref p, value);
        return ref p;
    }

    /// <summary>Sixteen elements of a single byte each. False, and nothing written, when one is longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWriteSingles(ref byte p, ref int first)
    {
        Vector128<int> a = Vector128.LoadUnsafe(ref first);
        Vector128<int> b = Vector128.LoadUnsafe(ref first, 4);
        Vector128<int> c = Vector128.LoadUnsafe(ref first, 8);
        Vector128<int> d = Vector128.LoadUnsafe(ref first, 12);
        if ((IsLong(a) | IsLong(b) | IsLong(c) | IsLong(d)) != Vector128<int>.Zero)
            return false;
        Vector128.Narrow(Vector128.Narrow(a, b), Vector128.Narrow(c, d)).AsByte().StoreUnsafe(ref p);
        return true;
    }

    /// <summary>Lanes outside -32 to 127, found by one signed comparison of values moved down to the smallest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> IsLong(Vector128<int> value) =>
        Vector128.GreaterThan(value + Vector128.Create(int.MinValue + 32), Vector128.Create(int.MinValue + 32 + 127));

    private static ref byte WriteFours(ref byte p, ref int first, int count)
    {
        for (int i = 0; i < count; i += Vector128<int>.Count)
            p = ref WriteFour(ref p, Vector128.LoadUnsafe(ref first, (nuint)i));
        return ref p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte WriteFour(ref byte p, Vector128<int> value)
    {
        Vector128<int> isLong = IsLong(value);
        if (isLong == Vector128<int>.Zero)
        {
            Vector128<byte> singles = Vectors.Shuffle(value.AsByte(), Vector128.Create(0x0c080400u, 0, 0, 0).AsByte());
            Unsafe.WriteUnaligned(ref p, singles.AsUInt32().ToScalar());
            return ref Unsafe.Add(ref p, Vector128<int>.Count);
        }
        Vector128<int> negative = value >> 31;
        Vector128<int> magnitude = value ^ negative;
        Vector128<int> lengthClass = -(isLong
            + Vector128.GreaterThan(magnitude, Limit(negative, 255, 127))
            + Vector128.GreaterThan(magnitude, Limit(negative, 65535, 32767)));
        // Int8, Int16, Int32 follow UInt8, UInt16, UInt32 by four.
        Vector128<uint> code = (Vector128.Create(Code.UInt8 - 1) + lengthClass + (negative & Vector128.Create(Code.Int8 - Code.UInt8))).AsUInt32();
        Vector128<ulong> classes = lengthClass.AsUInt64();
        classes |= classes >> 30;
        p = ref WritePair(ref p, Vector128.WidenLower(value.AsUInt32()) | Vector128.WidenLower(code) << 32, (int)classes.ToScalar() & 0xf);
        return ref WritePair(ref p, Vector128.WidenUpper(value.AsUInt32()) | Vector128.WidenUpper(code) << 32, (int)classes.GetElement(1) & 0xf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Limit(Vector128<int> negative, int positiveLimit, int negativeLimit) =>
        Vector128.Create(positiveLimit) ^ negative & Vector128.Create(positiveLimit ^ negativeLimit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte WritePair(ref byte p, Vector128<ulong> lanes, int pair)
    {
        Vector128<byte> shuffle = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(PairShuffles), (nuint)(pair * EntryBytes));
        Vectors.Shuffle(lanes.AsByte(), shuffle).StoreUnsafe(ref p);
        return ref Unsafe.Add(ref p, Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(PairLengths), pair));
    }

    private static byte[] BuildShuffles()
    {
        var table = new byte[16 * EntryBytes];
        for (int pair = 0; pair < 16; pair++)
        {
            byte[] sources = [.. Sources(pair & 3), .. Sources(pair >> 2).Select(static source => (byte)(source + 8))];
            sources.CopyTo(table, pair * EntryBytes);
        }
        return table;
    }

    /// <summary>Where an element's bytes come from: 0 to 3 its value, the lowest first, 4 its code.</summary>
    private static byte[] Sources(int lengthClass) => lengthClass switch
    {
        0 => [0],
        1 => [4, 0],
        2 => [4, 1, 0],
        _ => [4, 3, 2, 1, 0],
    };
}
