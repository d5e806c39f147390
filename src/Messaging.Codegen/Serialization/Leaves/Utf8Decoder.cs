using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// UTF-8 to strings in steps of sixteen bytes: every lane computes the character that would end there, and a table shuffle keeps those that do.
/// Steps with characters beyond U+FFFF go one by one. Invalid bytes are left to <see cref="Encoding.UTF8"/>, which replaces them.
/// </summary>
internal static class Utf8Decoder
{
    /// <summary>Characters behind the decoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = 16;

    private const int Step = 16;
    private const int LookBack = 2;
    private const int MinLength = LookBack + Step;
    private const int MaxOnStack = 512;

    public static bool IsSupported => Vectors.HasShuffle;

    private static Vector128<byte> Positions => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

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
        if (bytes.Length < MinLength)
            return TryDecodeScalar(bytes, 0, bytes.Length, out _, ref destination);
        ref byte source = ref MemoryMarshal.GetReference(bytes);
        Vector128<byte> invalid = Vector128<byte>.Zero;
        // The first step has no bytes to look back at; it is done when the first two have been decoded.
        int length = TryDecodeScalar(bytes, 0, LookBack, out int i, ref destination);
        if (length < 0)
            return -1;
        while (i < bytes.Length)
        {
            int again = Math.Max(i - (bytes.Length - Step), 0); // bytes that the last step sees a second time
            nuint at = (nuint)(i - again);
            Vector128<byte> unit = Vector128.LoadUnsafe(ref source, at);
            if (Vector128.GreaterThanOrEqualAny(unit, Vector128.Create((byte)0xf0)))
            {
                if (!TryFindCharacter(bytes, i, out int start))
                    return -1;
                int decoded = TryDecodeScalar(bytes, start, Math.Min(i + Step, bytes.Length), out i, ref Unsafe.Add(ref destination, length));
                if (decoded < 0)
                    return -1;
                length += decoded;
                continue;
            }
            Vector128<byte> before1 = Vector128.LoadUnsafe(ref source, at - 1);
            Vector128<byte> before2 = Vector128.LoadUnsafe(ref source, at - 2);
            length += DecodeStep(unit, before1, before2, again, ref invalid, ref Unsafe.Add(ref Unsafe.As<char, ushort>(ref destination), length));
            i += Step - again;
        }
        bool isCutOff = bytes[^1] >= 0xc0 | bytes[^2] >= 0xe0 | bytes[^3] >= 0xf0;
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
        invalid |= isNew & ((AtLeast(before1, 0xc0) | endsThree) ^ isTrail | Overlong(unit, before1));
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

    /// <summary>Decodes the characters that begin from <paramref name="start"/> on and before <paramref name="end"/>, one by one.</summary>
    /// <returns>The number of UTF-16 units, or -1 when the bytes are not valid.</returns>
    private static int TryDecodeScalar(ReadOnlySpan<byte> bytes, int start, int end, out int next, ref char p)
    {
        int length = 0;
        next = start;
        while (next < end)
        {
            if (Rune.DecodeFromUtf8(bytes[next..], out Rune rune, out int size) != OperationStatus.Done)
                return -1;
            length += rune.EncodeToUtf16(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref p, length), 2));
            next += size;
        }
        return length;
    }

    /// <summary>
    /// Finds the first character that the steps up to <paramref name="at"/> have not decoded: it begins there or, when that byte is a trail byte, before.
    /// False when the bytes in front break off inside a character, which only the step behind would have noticed.
    /// </summary>
    private static bool TryFindCharacter(ReadOnlySpan<byte> bytes, int at, out int start)
    {
        start = at;
        while (start > 0 && (bytes[start] & 0xc0) == 0x80)
            start--;
        return start < at || bytes[at - 1] < 0xc0 && bytes[at - 2] < 0xe0;
    }
}
