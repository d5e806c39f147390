using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// <see cref="Utf8Decoder"/> in steps of 32 bytes, characters beyond U+FFFF included, for machines that can close the gaps in a whole vector.
/// Precondition of all: <see cref="Vectors.HasWideShuffle"/>.
/// </summary>
internal static class Utf8WideDecoder
{
    /// <summary>Characters behind the decoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = Step;

    /// <summary>The fewest bytes of which <see cref="TryWiden"/> can make a string.</summary>
    public const int MinAsciiLength = Step;

    private const int Step = 32;
    private const int LookBack = 3;

    private static Vector512<ushort> Positions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            (ushort)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
    }

    /// <summary>
    /// Decodes <paramref name="bytes"/>, at least one. Precondition: behind <paramref name="destination"/> there is room for as many characters as there
    /// are bytes and <see cref="Slack"/> more.
    /// </summary>
    /// <returns>The number of characters, or -1 when the bytes are not valid UTF-8.</returns>
    public static int TryDecode(ReadOnlySpan<byte> bytes, ref char destination)
    {
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        ref ushort p = ref Unsafe.As<char, ushort>(ref destination);
        var invalid = Vector512<ushort>.Zero;
        var before = Vector512<ushort>.Zero;
        uint longBefore = 0;
        int length = 0;
        for (int i = 0; i < bytes.Length; i += Step)
        {
            // Behind the text come zeros, which are taken for characters and end what the text does not finish.
            Vector256<byte> step = bytes.Length - i >= Step ? Vector256.LoadUnsafe(ref source, (nuint)i) : LoadLast(bytes[i..]);
            Vector512<ushort> unit = Avx512BW.ConvertToVector512UInt16(step);
            Vector512<ushort> before1 = Back(1, before, unit);
            uint isLong = Vector256.GreaterThanOrEqual(step, Vector256.Create((byte)0xe0)).ExtractMostSignificantBits();
            length += isLong == 0 && longBefore == 0
                ? DecodeTwo(unit, before1, ref invalid, ref Unsafe.Add(ref p, length))
                : DecodeFour(unit, before1, Back(2, before, unit), Back(3, before, unit), ref invalid, ref Unsafe.Add(ref p, length));
            longBefore = isLong >> (Step - LookBack);
            before = unit;
        }
        return IsCutOff(bytes) || invalid != Vector512<ushort>.Zero ? -1 : length - (-bytes.Length & Step - 1);
    }

    /// <summary>Makes a string of ASCII. Precondition: at least <see cref="MinAsciiLength"/> bytes.</summary>
    /// <returns>Null when a byte is not ASCII.</returns>
    public static string? TryWiden(ReadOnlySpan<byte> bytes)
    {
        // The last step ends with the text and sees some bytes again.
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        nuint last = (nuint)(bytes.Length - Step);
        Vector256<byte> all = Vector256.LoadUnsafe(ref source, last);
        for (nuint i = 0; i < last; i += Step)
            all |= Vector256.LoadUnsafe(ref source, i);
        if (all.ExtractMostSignificantBits() != 0)
            return null;
        string text = new('\0', bytes.Length);
        ref ushort units = ref ShortAscii.UnitsOf(text);
        for (nuint i = 0; i < last; i += Step)
            Widen(ref source, i).StoreUnsafe(ref units, i);
        Widen(ref source, last).StoreUnsafe(ref units, last);
        return text;

        static Vector512<ushort> Widen(ref byte source, nuint at) => Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref source, at));
    }

    /// <summary>Fewer than <see cref="Step"/> bytes and zeros behind them. What is not theirs is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<byte> LoadLast(ReadOnlySpan<byte> bytes)
    {
        Vector256<byte> positions = Vector256.Create(
            (byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        fixed (byte* source = bytes)
            return Avx512BW.VL.MaskLoad(source, Vector256.LessThan(positions, Vector256.Create((byte)bytes.Length)), Vector256<byte>.Zero);
    }

    /// <summary>The bytes that stand <paramref name="count"/> in front of those of the step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Back(ushort count, Vector512<ushort> before, Vector512<ushort> unit) =>
        Avx512BW.PermuteVar32x16x2(before, Positions + Vector512.Create((ushort)(Step - count)), unit);

    /// <summary>Decodes what ends among the bytes of a step, where no character takes more than two.</summary>
    /// <returns>The number of characters. They are right if <paramref name="invalid"/> stays zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DecodeTwo(Vector512<ushort> unit, Vector512<ushort> before1, ref Vector512<ushort> invalid, ref ushort p)
    {
        Vector512<ushort> isTrail = Is(unit & Vector512.Create((ushort)0xc0), 0x80);
        invalid |= AtLeast(before1, 0xc0) ^ isTrail | Is(unit & Vector512.Create((ushort)0xfe), 0xc0);
        Vector512<ushort> six = Vector512.Create((ushort)0x3f);
        Vector512<ushort> character = Vector512.ConditionalSelect(isTrail, unit & six | (before1 & six) << 6, unit);
        return Keep(character, Vector512.LessThan(unit, Vector512.Create((ushort)0xc0)), ref p);
    }

    /// <summary>Decodes what ends among the bytes of a step.</summary>
    /// <returns>The number of characters. They are right if <paramref name="invalid"/> stays zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DecodeFour(
        Vector512<ushort> unit, Vector512<ushort> before1, Vector512<ushort> before2, Vector512<ushort> before3, ref Vector512<ushort> invalid, ref ushort p)
    {
        Vector512<ushort> isTrail = Is(unit & Vector512.Create((ushort)0xc0), 0x80);
        Vector512<ushort> isDue = AtLeast(before1, 0xc0) | AtLeast(before2, 0xe0) | AtLeast(before3, 0xf0);
        invalid |= isDue ^ isTrail | Excluded(unit, before1);

        Vector512<ushort> six = Vector512.Create((ushort)0x3f);
        Vector512<ushort> joined = unit & six | (before1 & six) << 6;
        Vector512<ushort> endsThree = AtLeast(before2, 0xe0);
        Vector512<ushort> character = Vector512.ConditionalSelect(isTrail, joined | (before2 & endsThree) << 12, unit);
        Vector512<ushort> isFour = AtLeast(before2, 0xf0);
        if ((isFour | AtLeast(before3, 0xf0)) != Vector512<ushort>.Zero)
        {
            // The third of four bytes gives the first half of a pair, the fourth the second.
            Vector512<ushort> high = (before2 & Vector512.Create((ushort)7)) << 8 | (before1 & six) << 2 | (unit & six) >> 4;
            character = Vector512.ConditionalSelect(isFour, high + Vector512.Create((ushort)0xd7c0), character);
            Vector512<ushort> low = joined & Vector512.Create((ushort)0x3ff) | Vector512.Create((ushort)0xdc00);
            character = Vector512.ConditionalSelect(AtLeast(before3, 0xf0), low, character);
        }
        return Keep(character, Vector512.LessThan(unit, Vector512.Create((ushort)0x80)) | Vector512.AndNot(isTrail, AtLeast(before1, 0xe0)), ref p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Keep(Vector512<ushort> character, Vector512<ushort> isKept, ref ushort p)
    {
        Avx512Vbmi2.Compress(Vector512<ushort>.Zero, isKept, character).StoreUnsafe(ref p);
        return BitOperations.PopCount(isKept.ExtractMostSignificantBits());
    }

    /// <summary>
    /// More bytes than the character needs (0xc0, 0xc1, 0xe0 before less than 0xa0, 0xf0 before less than 0x90), surrogates (0xed before 0xa0 and more),
    /// beyond U+10FFFF (0xf4 before 0x90 and more, and from 0xf5 on).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Excluded(Vector512<ushort> unit, Vector512<ushort> before1)
    {
        Vector512<ushort> isBelowA0 = Vector512.LessThan(unit, Vector512.Create((ushort)0xa0));
        Vector512<ushort> isBelow90 = Vector512.LessThan(unit, Vector512.Create((ushort)0x90));
        return Is(unit & Vector512.Create((ushort)0xfe), 0xc0)
            | Is(before1, 0xe0) & isBelowA0
            | Vector512.AndNot(Is(before1, 0xed), isBelowA0)
            | Is(before1, 0xf0) & isBelow90
            | Vector512.AndNot(Is(before1, 0xf4), isBelow90)
            | AtLeast(unit, 0xf5);
    }

    /// <summary>Does a character begin that the text does not finish?</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> bytes) =>
        bytes[^1] >= 0xc0 || bytes.Length > 1 && bytes[^2] >= 0xe0 || bytes.Length > 2 && bytes[^3] >= 0xf0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> AtLeast(Vector512<ushort> value, ushort least) => Vector512.GreaterThanOrEqual(value, Vector512.Create(least));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Is(Vector512<ushort> value, ushort other) => Vector512.Equals(value, Vector512.Create(other));
}
