using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// <see cref="Utf8Encoder"/> in steps of 32 characters, or 16 where some take more than two bytes, for machines that can close the gaps in a whole
/// vector. Precondition of all: <see cref="Vectors.HasWideShuffle"/>.
/// </summary>
internal static class Utf8WideEncoder
{
    /// <summary>Bytes behind the encoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = 64;

    private const int Step = 32;
    private const int HalfStep = 16;

    /// <summary>
    /// Encodes <paramref name="text"/>. Precondition: behind <paramref name="p"/> there is room for the encoded bytes and <see cref="Slack"/> more.
    /// </summary>
    /// <returns>The position behind the bytes.</returns>
    public static ref byte Encode(ReadOnlySpan<char> text, ref byte p)
    {
        ref ushort units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        int i = 0;
        while (i < text.Length)
        {
            // Behind the text come zeros, which are encoded in one byte each.
            int left = text.Length - i;
            Vector512<ushort> unit = left >= Step ? Vector512.LoadUnsafe(ref units, (nuint)i) : LoadLast(text[i..]);
            if (Vector512.LessThanAll(unit, Vector512.Create((ushort)0x80)))
            {
                Avx512BW.ConvertToVector256Byte(unit).StoreUnsafe(ref p);
                p = ref Unsafe.Add(ref p, Step);
                i += Step;
            }
            else if (Vector512.LessThanAll(unit, Vector512.Create((ushort)0x800)))
            {
                p = ref EncodeTwo(unit, ref p);
                i += Step;
            }
            else
            {
                Vector512<uint> character = Avx512F.ConvertToVector512UInt32(unit.GetLower());
                bool hasSurrogates = Vector512.EqualsAny(character & Vector512.Create(0xf800u), Vector512.Create(0xd800u));
                int done = hasSurrogates && left > HalfStep && IsHighSurrogate(character.GetElement(HalfStep - 1)) ? HalfStep - 1 : HalfStep;
                p = ref hasSurrogates ? ref EncodeFour(character, done, ref p) : ref EncodeThree(character, ref p);
                i += done;
            }
        }
        return ref Unsafe.Subtract(ref p, i - text.Length);
    }

    private static bool IsHighSurrogate(uint unit) => (unit & 0xfc00) == 0xd800;

    /// <summary>Fewer than <see cref="Step"/> characters and zeros behind them. What is not theirs is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<ushort> LoadLast(ReadOnlySpan<char> text)
    {
        Vector512<ushort> positions = Vector512.Create(
            (ushort)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        fixed (char* source = text)
            return Avx512BW.MaskLoad((ushort*)source, Vector512.LessThan(positions, Vector512.Create((ushort)text.Length)), Vector512<ushort>.Zero);
    }

    /// <summary>Encodes characters below U+0800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EncodeTwo(Vector512<ushort> unit, ref byte p)
    {
        Vector512<ushort> isOne = Vector512.LessThan(unit, Vector512.Create((ushort)0x80));
        Vector512<ushort> pair = Vector512.Create((ushort)0x80c0) | unit >> 6 | (unit & Vector512.Create((ushort)0x3f)) << 8;
        Vector512<byte> lanes = Vector512.ConditionalSelect(isOne, unit, pair).AsByte();
        // All lower bytes, and the upper ones that are not zero.
        Vector512<byte> isKept = Vector512.GreaterThan(lanes | Vector512.Create((ushort)0xff).AsByte(), Vector512<byte>.Zero);
        return ref Keep(lanes, isKept, ref p);
    }

    /// <summary>Encodes characters none of which is a surrogate. The bytes of one that needs fewer than three stand at the end of its lane's first three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EncodeThree(Vector512<uint> character, ref byte p)
    {
        Vector512<uint> isOne = Vector512.LessThan(character, Vector512.Create(0x80u));
        Vector512<uint> isTwo = Vector512.LessThan(character, Vector512.Create(0x800u));
        return ref Keep(Three(character, isOne, isTwo).AsByte(), Kept(isOne, isTwo).AsByte(), ref p);
    }

    /// <summary>
    /// Encodes <paramref name="count"/> characters. Of the four bytes of a pair, its first half gives two and its second half two, in lanes of their own.
    /// Precondition: the last one is no first half whose second half follows.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte EncodeFour(Vector512<uint> character, int count, ref byte p)
    {
        Vector512<uint> positions = Vector512.Create(0u, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        character &= Vector512.LessThan(positions, Vector512.Create((uint)count));
        Vector512<uint> half = character & Vector512.Create(0xfc00u);
        Vector512<uint> isLow = Vector512.Equals(half, Vector512.Create(0xdc00u));
        Vector512<uint> isHigh = Vector512.Equals(half, Vector512.Create(0xd800u));
        Vector512<uint> isSecond = isLow & Avx512F.PermuteVar16x32(isHigh, positions - Vector512<uint>.One) & Vector512.GreaterThan(positions, Vector512<uint>.Zero);
        Vector512<uint> isFirst = Avx512F.PermuteVar16x32(isSecond, positions + Vector512<uint>.One) & isHigh;
        Vector512<uint> isPaired = isFirst | isSecond;
        character = Vector512.ConditionalSelect(Vector512.AndNot(isLow | isHigh, isPaired), Vector512.Create(0xfffdu), character);

        Vector512<uint> isOne = Vector512.LessThan(character, Vector512.Create(0x80u));
        Vector512<uint> isTwo = Vector512.LessThan(character, Vector512.Create(0x800u)) | isPaired;
        Vector512<uint> bytes = Three(character, isOne, isTwo);

        // Of the scalar value, ten bits are in each half; the first half also stands for what is added to them.
        Vector512<uint> upper = (character & Vector512.Create(0x3ffu)) + Vector512.Create(0x40u);
        Vector512<uint> first = (upper >> 8 | Vector512.Create(0xf0u)) << 8 | (upper >> 2 & Vector512.Create(0x3fu) | Vector512.Create(0x80u)) << 16;
        Vector512<uint> before = Avx512F.PermuteVar16x32(upper, positions - Vector512<uint>.One);
        Vector512<uint> third = (before & Vector512.Create(3u)) << 4 | character >> 6 & Vector512.Create(0xfu) | Vector512.Create(0x80u);
        Vector512<uint> second = third << 8 | (character & Vector512.Create(0x3fu) | Vector512.Create(0x80u)) << 16;
        bytes = Vector512.ConditionalSelect(isFirst, first, Vector512.ConditionalSelect(isSecond, second, bytes));
        Vector512<uint> isKept = Kept(isOne, isTwo) & Vector512.LessThan(positions, Vector512.Create((uint)count));
        return ref Keep(bytes.AsByte(), isKept.AsByte(), ref p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Three(Vector512<uint> character, Vector512<uint> isOne, Vector512<uint> isTwo)
    {
        Vector512<uint> six = Vector512.Create(0x3fu);
        Vector512<uint> first = character >> 12 | Vector512.Create(0xe0u);
        Vector512<uint> second = Vector512.ConditionalSelect(isTwo, character >> 6 | Vector512.Create(0xc0u), character >> 6 & six | Vector512.Create(0x80u));
        Vector512<uint> third = Vector512.ConditionalSelect(isOne, character, character & six | Vector512.Create(0x80u));
        return first | second << 8 | third << 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Kept(Vector512<uint> isOne, Vector512<uint> isTwo) =>
        Vector512.AndNot(Vector512.Create(0xffu), isTwo) | Vector512.AndNot(Vector512.Create(0xff00u), isOne) | Vector512.Create(0xff_0000u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Keep(Vector512<byte> bytes, Vector512<byte> isKept, ref byte p)
    {
        Avx512Vbmi2.Compress(Vector512<byte>.Zero, isKept, bytes).StoreUnsafe(ref p);
        return ref Unsafe.Add(ref p, BitOperations.PopCount(isKept.ExtractMostSignificantBits()));
    }
}
