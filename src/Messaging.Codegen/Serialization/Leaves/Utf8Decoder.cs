using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// UTF-8 to strings in steps of sixteen bytes: every lane computes the character that would end there, and a table shuffle keeps those that do.
/// Short texts, characters beyond U+FFFF and invalid bytes (which it replaces) are left to <see cref="Encoding.UTF8"/>.
/// </summary>
internal static class Utf8Decoder
{
    /// <summary>Characters behind the decoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = 32;

    private const int Step = 16;
    private const int MinLength = Step + 2; // the second step looks back by two bytes
    private const int MaxOnStack = 512;

    public static bool IsSupported => Vectors.HasShuffle;

    private static Vector128<byte> Positions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "";
        if (ShortAscii.IsSupported && bytes.Length <= ShortAscii.MaxLength && ShortAscii.TryWiden(ref MemoryMarshal.GetReference(bytes), bytes.Length) is { } text)
            return text;
        if (Vectors.HasWideShuffle && bytes.Length >= Utf8WideDecoder.MinAsciiLength)
            return Utf8WideDecoder.TryWiden(bytes) ?? DecodeVector(bytes);
        if (Ascii.IsValid(bytes))
            return Encoding.Latin1.GetString(bytes);
        return IsSupported ? DecodeVector(bytes) : Encoding.UTF8.GetString(bytes);
    }

    [SkipLocalsInit]
    private static string DecodeVector(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= MaxOnStack)
        {
            Span<char> local = stackalloc char[MaxOnStack + Slack];
            return ToString(bytes, local);
        }
        char[] rented = ArrayPool<char>.Shared.Rent(bytes.Length + Slack);
        string text = ToString(bytes, rented);
        ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    private static string ToString(ReadOnlySpan<byte> bytes, Span<char> buffer)
    {
        ref char first = ref MemoryMarshal.GetReference(buffer);
        int length = Vectors.HasWideShuffle ? Utf8WideDecoder.TryDecode(bytes, ref first) : TryDecode(bytes, ref first);
        return length < 0 ? Encoding.UTF8.GetString(bytes) : new string(buffer[..length]);
    }

    /// <summary>
    /// Decodes <paramref name="bytes"/>. Precondition: behind <paramref name="destination"/> there is room for as many characters as there are bytes and
    /// <see cref="Slack"/> more.
    /// </summary>
    /// <returns>The number of characters, or -1 when the bytes are too few, not valid UTF-8, or hold characters beyond U+FFFF.</returns>
    public static int TryDecode(ReadOnlySpan<byte> bytes, ref char destination)
    {
        if (bytes.Length < MinLength)
            return -1;
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        ref ushort p = ref Unsafe.As<char, ushort>(ref destination);
        Vector128<byte> unit = Vector128.LoadUnsafe(ref source);
        Vector128<byte> before1 = Vectors.Shuffle(unit, Positions - Vector128.Create((byte)1));
        Vector128<byte> before2 = Vectors.Shuffle(unit, Positions - Vector128.Create((byte)2));
        Vector128<byte> invalid = Vector128<byte>.Zero;
        int length = DecodeStep(unit, before1, before2, again: 0, ref invalid, ref p);
        for (int i = Step; i < bytes.Length; i += Step)
        {
            // The last step ends with the text and sees some bytes again.
            int at = Math.Min(i, bytes.Length - Step);
            unit = Vector128.LoadUnsafe(ref source, (nuint)at);
            before1 = Vector128.LoadUnsafe(ref source, (nuint)at - 1);
            before2 = Vector128.LoadUnsafe(ref source, (nuint)at - 2);
            length += DecodeStep(unit, before1, before2, again: i - at, ref invalid, ref Unsafe.Add(ref p, length));
        }
        bool isCutOff = bytes[^1] >= 0xc0 | bytes[^2] >= 0xe0;
        return isCutOff || invalid != Vector128<byte>.Zero ? -1 : length;
    }

    /// <summary>Decodes what ends among the sixteen bytes but for the first <paramref name="again"/>. The characters are right if <paramref name="invalid"/> stays zero.</summary>
    /// <returns>The number of characters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DecodeStep(Vector128<byte> unit, Vector128<byte> before1, Vector128<byte> before2, int again, ref Vector128<byte> invalid, ref ushort p)
    {
        Vector128<byte> isTrail = Vector128.LessThan(unit.AsSByte(), Vector128.Create((sbyte)-64)).AsByte(); // 0x80 to 0xbf
        Vector128<byte> endsThree = AtLeast(before2, 0xe0);
        Vector128<byte> isNew = Vector128.GreaterThanOrEqual(Positions, Vector128.Create((byte)again));
        invalid |= isNew & ((AtLeast(before1, 0xc0) | endsThree) ^ isTrail | Excluded(unit, before1));
        Vector128<byte> six = isTrail & Vector128.Create((byte)0x3f);
        Vector128<byte> low = Vector128.ConditionalSelect(isTrail, six & unit, unit);
        Vector128<byte> middle = before1 & six;
        Vector128<byte> high = before2 & endsThree & Vector128.Create((byte)0x0f);
        Vector128<byte> isAscii = Vector128.GreaterThanOrEqual(unit.AsSByte(), Vector128<sbyte>.Zero).AsByte();
        Vector128<byte> isEnd = isAscii | Vector128.AndNot(isTrail, AtLeast(before1, 0xe0));
        uint ends = (isEnd & isNew).ExtractMostSignificantBits();
        int count = Squeeze(Join(Vector128.WidenLower(low), Vector128.WidenLower(middle), Vector128.WidenLower(high)), ends & 0xff, ref p);
        return count + Squeeze(Join(Vector128.WidenUpper(low), Vector128.WidenUpper(middle), Vector128.WidenUpper(high)), ends >> 8, ref Unsafe.Add(ref p, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AtLeast(Vector128<byte> value, byte least) => Vector128.GreaterThanOrEqual(value, Vector128.Create(least));

    /// <summary>Characters in more bytes than they need (0xc0, 0xc1, 0xe0 before less than 0xa0), surrogates (0xed before 0xa0 and more), and beyond U+FFFF.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Excluded(Vector128<byte> unit, Vector128<byte> before1)
    {
        Vector128<byte> isBelowA0 = Vector128.LessThan(unit.AsSByte(), Vector128.Create((sbyte)-96)).AsByte();
        return Vector128.Equals(unit & Vector128.Create((byte)0xfe), Vector128.Create((byte)0xc0))
            | Vector128.Equals(before1, Vector128.Create((byte)0xe0)) & isBelowA0
            | Vector128.AndNot(Vector128.Equals(before1, Vector128.Create((byte)0xed)), isBelowA0)
            | AtLeast(unit, 0xf0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Join(Vector128<ushort> low, Vector128<ushort> middle, Vector128<ushort> high) =>
        low | middle << 6 | high << 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Squeeze(Vector128<ushort> characters, uint mask, ref ushort p)
    {
        Vector128<byte> shuffle = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(SqueezeTables.Lanes16), mask * SqueezeTables.EntryBytes);
        Vectors.Shuffle(characters.AsByte(), shuffle).AsUInt16().StoreUnsafe(ref p);
        return Vectors.PopCount(mask);
    }
}
