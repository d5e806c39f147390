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
    [SkipLocalsInit]
    public static int TryDecode(ReadOnlySpan<byte> bytes, ref char destination)
    {
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        ref ushort p = ref Unsafe.As<char, ushort>(ref destination);
        Vector512<ushort> invalid = Vector512<ushort>.Zero;

        // The first step looks back into zeros; a text that is shorter than a step ends in zeros too.
        Span<byte> edge = stackalloc byte[LookBack + Step];
        edge.Clear();
        int first = Math.Min(bytes.Length, Step);
        bytes[..first].CopyTo(edge[LookBack..]);
        int length = DecodeStep(ref edge[LookBack], from: 0, to: first, ref invalid, ref p);
        for (int i = Step; i < bytes.Length; i += Step)
        {
            // The last step ends with the text and sees some bytes again.
            int at = Math.Min(i, bytes.Length - Step);
            length += DecodeStep(ref Unsafe.Add(ref source, at), from: i - at, to: Step, ref invalid, ref Unsafe.Add(ref p, length));
        }
        return IsCutOff(bytes) || invalid != Vector512<ushort>.Zero ? -1 : length;
    }

    /// <summary>
    /// Decodes what ends among the 32 bytes at <paramref name="source"/>, but for those before <paramref name="from"/> and from <paramref name="to"/> on.
    /// Precondition: <see cref="LookBack"/> bytes more are readable in front of them.
    /// </summary>
    /// <returns>The number of characters. They are right if <paramref name="invalid"/> stays zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DecodeStep(ref byte source, int from, int to, ref Vector512<ushort> invalid, ref ushort p)
    {
        Vector512<ushort> unit = Load(ref source);
        Vector512<ushort> before1 = Load(ref Unsafe.Subtract(ref source, 1));
        Vector512<ushort> before2 = Load(ref Unsafe.Subtract(ref source, 2));
        Vector512<ushort> before3 = Load(ref Unsafe.Subtract(ref source, LookBack));
        Vector512<ushort> isNew = AtLeast(Positions, (ushort)from) & Vector512.LessThan(Positions, Vector512.Create((ushort)to));
        Vector512<ushort> isTrail = Vector512.Equals(unit & Vector512.Create((ushort)0xc0), Vector512.Create((ushort)0x80));
        Vector512<ushort> isDue = AtLeast(before1, 0xc0) | AtLeast(before2, 0xe0) | AtLeast(before3, 0xf0);
        invalid |= isNew & (isDue ^ isTrail | Excluded(unit, before1));

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
        Vector512<ushort> isEnd = Vector512.LessThan(unit, Vector512.Create((ushort)0x80)) | Vector512.AndNot(isTrail, AtLeast(before1, 0xe0));
        Vector512<ushort> isKept = isEnd & isNew;
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
    private static Vector512<ushort> Load(ref byte source) => Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> AtLeast(Vector512<ushort> value, ushort least) => Vector512.GreaterThanOrEqual(value, Vector512.Create(least));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Is(Vector512<ushort> value, ushort other) => Vector512.Equals(value, Vector512.Create(other));
}
