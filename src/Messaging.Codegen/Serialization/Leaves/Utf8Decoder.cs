using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// UTF-8 to strings in steps of sixteen bytes: every lane computes the character that would end there, and a table shuffle keeps those that do.
/// Characters beyond U+FFFF go one by one. Invalid bytes are left to <see cref="Encoding.UTF8"/>, which replaces them.
/// </summary>
internal static class Utf8Decoder
{
    /// <summary>Characters behind the decoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = 16;

    private const int Step = 16;
    private const int MaxOnStack = 512;

    public static bool IsSupported => Vectors.HasShuffle;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
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
        int length = TryDecode(bytes, ref MemoryMarshal.GetReference(buffer));
        return length < 0 ? Encoding.UTF8.GetString(bytes) : new string(buffer[..length]);
    }

    /// <summary>
    /// Decodes <paramref name="bytes"/>. Precondition: behind <paramref name="destination"/> there is room for as many characters as there are bytes and
    /// <see cref="Slack"/> more.
    /// </summary>
    /// <returns>The number of characters, or -1 when the bytes are not valid UTF-8.</returns>
    public static int TryDecode(ReadOnlySpan<byte> bytes, ref char destination)
    {
        ref ushort characters = ref Unsafe.As<char, ushort>(ref destination);
        int length = 0;
        int i = 0;
        while (i < bytes.Length)
        {
            int left = bytes.Length - i;
            Vector128<byte> unit = left >= Step
                ? Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)i)
                : LoadPadded(bytes[i..]);
            int decoded = Vector128.GreaterThanOrEqualAny(unit, Vector128.Create((byte)0xf0))
                ? DecodeThroughPair(bytes[i..], out int consumed, ref Unsafe.Add(ref characters, length))
                : DecodeStep(unit, left, out consumed, ref Unsafe.Add(ref characters, length));
            if (decoded < 0)
                return -1;
            length += decoded;
            i += consumed;
        }
        return length;
    }

    /// <summary>Decodes what ends among the sixteen bytes, of which <paramref name="left"/> belong to the text and zeros follow.</summary>
    /// <returns>The number of characters, or -1 when the bytes are not valid.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DecodeStep(Vector128<byte> unit, int left, out int consumed, ref ushort p)
    {
        Vector128<byte> before1 = Vector128.Shuffle(unit, Vector128.Create((byte)255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
        Vector128<byte> before2 = Vector128.Shuffle(unit, Vector128.Create((byte)255, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
        Vector128<byte> isTrail = Vector128.LessThan(unit.AsSByte(), Vector128.Create((sbyte)-64)).AsByte(); // 0x80 to 0xbf
        Vector128<byte> isBehindThree = Vector128.GreaterThanOrEqual(before1, Vector128.Create((byte)0xe0));
        Vector128<byte> endsThree = Vector128.GreaterThanOrEqual(before2, Vector128.Create((byte)0xe0));
        consumed = 0;
        if ((Misplaced(before1, isTrail, endsThree) | Overlong(unit, before1)) != Vector128<byte>.Zero)
            return -1;
        Vector128<byte> six = isTrail & Vector128.Create((byte)0x3f);
        Vector128<byte> low = Vector128.ConditionalSelect(isTrail, unit & six, unit);
        Vector128<byte> middle = before1 & six;
        Vector128<byte> high = before2 & endsThree & Vector128.Create((byte)0x0f);
        uint isAscii = ~unit.ExtractMostSignificantBits();
        uint ends = (isAscii | Vector128.AndNot(isTrail, isBehindThree).ExtractMostSignificantBits()) & 0xffff;
        if (left < Step)
            ends &= (1u << left) - 1;
        int count = Squeeze(Join(Vector128.WidenLower(low), Vector128.WidenLower(middle), Vector128.WidenLower(high)), ends & 0xff, ref p);
        count += Squeeze(Join(Vector128.WidenUpper(low), Vector128.WidenUpper(middle), Vector128.WidenUpper(high)), ends >> 8, ref Unsafe.Add(ref p, count));
        consumed = 32 - BitOperations.LeadingZeroCount(ends);
        return count;
    }

    /// <summary>Trail bytes where none may be, and other bytes where a trail byte must be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Misplaced(Vector128<byte> before1, Vector128<byte> isTrail, Vector128<byte> endsThree) =>
        (Vector128.GreaterThanOrEqual(before1, Vector128.Create((byte)0xc0)) | endsThree) ^ isTrail;

    /// <summary>Characters in more bytes than they need (0xc0, 0xc1, 0xe0 before less than 0xa0), and surrogates (0xed before 0xa0 and more).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Overlong(Vector128<byte> unit, Vector128<byte> before1)
    {
        Vector128<byte> isBelowA0 = Vector128.LessThan(unit.AsSByte(), Vector128.Create((sbyte)-96)).AsByte();
        return Vector128.Equals(unit & Vector128.Create((byte)0xfe), Vector128.Create((byte)0xc0))
            | Vector128.Equals(before1, Vector128.Create((byte)0xe0)) & isBelowA0
            | Vector128.AndNot(Vector128.Equals(before1, Vector128.Create((byte)0xed)), isBelowA0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Join(Vector128<ushort> low, Vector128<ushort> middle, Vector128<ushort> high) =>
        low | middle << 6 | high << 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Squeeze(Vector128<ushort> characters, uint mask, ref ushort p)
    {
        Vector128<byte> shuffle = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(SqueezeTables.Lanes16), mask * SqueezeTables.EntryBytes);
        Vector128.ShuffleNative(characters.AsByte(), shuffle).AsUInt16().StoreUnsafe(ref p);
        return BitOperations.PopCount(mask);
    }

    /// <summary>Decodes one by one up to and including the first character beyond U+FFFF.</summary>
    /// <returns>The number of characters, or -1 when the bytes are not valid.</returns>
    private static int DecodeThroughPair(ReadOnlySpan<byte> bytes, out int consumed, ref ushort p)
    {
        consumed = 0;
        int length = 0;
        Rune rune;
        do
        {
            if (Rune.DecodeFromUtf8(bytes[consumed..], out rune, out int size) != OperationStatus.Done)
                return -1;
            length += rune.EncodeToUtf16(MemoryMarshal.CreateSpan(ref Unsafe.As<ushort, char>(ref Unsafe.Add(ref p, length)), 2));
            consumed += size;
        }
        while (rune.IsBmp);
        return length;
    }

    private static Vector128<byte> LoadPadded(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[Step];
        padded.Clear();
        bytes.CopyTo(padded);
        return Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(padded));
    }
}
