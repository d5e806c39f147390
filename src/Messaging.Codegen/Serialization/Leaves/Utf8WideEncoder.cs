using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// <see cref="Utf8Encoder"/> in steps of sixteen characters for machines that can close the gaps in a whole vector. Precondition of all:
/// <see cref="Vectors.HasWideShuffle"/>.
/// </summary>
internal static class Utf8WideEncoder
{
    private const int Step = 16;

    /// <summary>Bytes behind the encoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = 64;

    /// <summary>
    /// Encodes <paramref name="text"/>, not empty. Precondition: behind <paramref name="p"/> there is room for the encoded bytes and <see cref="Slack"/> more.
    /// </summary>
    /// <returns>The position behind the bytes.</returns>
    [SkipLocalsInit]
    public static ref byte Encode(ReadOnlySpan<char> text, ref byte p)
    {
        ref ushort units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        int last = text.Length - Step;
        if (last < 0)
        {
            Span<ushort> padded = stackalloc ushort[Step];
            padded.Clear();
            MemoryMarshal.Cast<char, ushort>(text).CopyTo(padded);
            units = ref Unsafe.AsRef(ref padded[0]); // outlives no call
        }
        for (int i = 0; i < text.Length;)
        {
            // The last step ends with the text and sees some characters again.
            int at = Math.Min(i, Math.Max(last, 0));
            Vector256<ushort> unit = Vector256.LoadUnsafe(ref units, (nuint)at);
            uint stops = Vector256.Equals(unit & Vector256.Create((ushort)0xf800), Vector256.Create((ushort)0xd800)).ExtractMostSignificantBits();
            int to = Math.Min(BitOperations.TrailingZeroCount(stops >> (i - at) << (i - at)), Math.Min(Step, text.Length));
            p = ref Vector256.LessThanAll(unit, Vector256.Create((ushort)0x800))
                ? ref EncodeTwoBytes(unit, from: i - at, to, ref p)
                : ref EncodeThreeBytes(unit, from: i - at, to, ref p);
            i = at + to;
            if (stops >> (i - at) != 0)
                p = ref Utf8Encoder.EncodeNext(text, ref i, ref p);
        }
        return ref p;
    }

    /// <summary>Encodes the characters <paramref name="from"/> to <paramref name="to"/>, all below U+0800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EncodeTwoBytes(Vector256<ushort> unit, int from, int to, ref byte p)
    {
        Vector256<ushort> isOne = Vector256.LessThan(unit, Vector256.Create((ushort)0x80));
        Vector256<ushort> pair = Vector256.Create((ushort)0x80c0) | unit >> 6 | (unit & Vector256.Create((ushort)0x3f)) << 8;
        Vector256<ushort> isKept = Vector256.AndNot(Vector256.Create((ushort)0xff00), isOne) | Vector256.Create((ushort)0xff);
        isKept &= Between(from, to);
        Vector256<ushort> lanes = Vector256.ConditionalSelect(isOne, unit, pair);
        Avx512Vbmi2.VL.Compress(Vector256<byte>.Zero, isKept.AsByte(), lanes.AsByte()).StoreUnsafe(ref p);
        return ref Unsafe.Add(ref p, BitOperations.PopCount(isKept.AsByte().ExtractMostSignificantBits()));
    }

    /// <summary>Encodes the characters <paramref name="from"/> to <paramref name="to"/>, none of which is a surrogate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EncodeThreeBytes(Vector256<ushort> unit, int from, int to, ref byte p)
    {
        Vector512<uint> character = Avx512F.ConvertToVector512UInt32(unit);
        Vector512<uint> six = Vector512.Create(0x3fu);
        Vector512<uint> isOne = Vector512.LessThan(character, Vector512.Create(0x80u));
        Vector512<uint> isTwo = Vector512.LessThan(character, Vector512.Create(0x800u));

        // The bytes of one that needs fewer than three stand at the end of its lane's first three.
        Vector512<uint> first = character >> 12 | Vector512.Create(0xe0u);
        Vector512<uint> second = Vector512.ConditionalSelect(isTwo, character >> 6 | Vector512.Create(0xc0u), character >> 6 & six | Vector512.Create(0x80u));
        Vector512<uint> third = Vector512.ConditionalSelect(isOne, character, character & six | Vector512.Create(0x80u));
        Vector512<uint> isKept = Vector512.AndNot(Vector512.Create(0xffu), isTwo)
            | Vector512.AndNot(Vector512.Create(0xff00u), isOne)
            | Vector512.Create(0xff_0000u);
        isKept &= Avx512F.ConvertToVector512Int32(Between(from, to).AsInt16()).AsUInt32();
        Avx512Vbmi2.Compress(Vector512<byte>.Zero, isKept.AsByte(), (first | second << 8 | third << 16).AsByte()).StoreUnsafe(ref p);
        return ref Unsafe.Add(ref p, BitOperations.PopCount(isKept.AsByte().ExtractMostSignificantBits()));
    }

    /// <summary>All ones in the lanes <paramref name="from"/> to <paramref name="to"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Between(int from, int to)
    {
        Vector256<ushort> positions = Vector256.Create((ushort)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        return Vector256.LessThan(positions, Vector256.Create((ushort)to)) & Vector256.GreaterThanOrEqual(positions, Vector256.Create((ushort)from));
    }
}
