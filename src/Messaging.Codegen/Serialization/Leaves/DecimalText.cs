using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// Decimals of up to 16 digits to and from invariant text: all digits at once in one vector, where a shuffle opens or closes the gap for
/// the point, or in one word where that is enough. Longer ones, and text with an exponent or other rarities, are left to the base class library.
/// </summary>
internal static class DecimalText
{
    /// <summary>Sign, 29 digits and point.</summary>
    public const int MaxLength = 31;

    private const int Width = 16;
    private const ulong TenTo8 = 100_000_000;

    // An array, because code that is not optimized yet allocates for a span of constants.
    private static readonly ulong[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, TenTo8, 10 * TenTo8, 100 * TenTo8, 1_000 * TenTo8, 10_000 * TenTo8,
        100_000 * TenTo8, 1_000_000 * TenTo8, 10_000_000 * TenTo8, TenTo8 * TenTo8,
    ];

    public static bool IsSupported => Vectors.HasShuffle;

    private static Vector128<sbyte> Positions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>Writes <paramref name="value"/>. Precondition: room for <see cref="MaxLength"/> bytes behind <paramref name="destination"/>, all of which may be overwritten.</summary>
    /// <returns>The length of the text.</returns>
    /// <remarks>Inlined, it uses up what a writer of several may inline, and its own parts become calls.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Format(decimal value, ref byte destination)
    {
        // By way of two registers, in which it was passed. Neither a sign nor more than 64 bits, a scale that FormatShort has room for.
        (ulong head, ulong low) = Unsafe.BitCast<decimal, (ulong, ulong)>(value);
        return BitConverter.IsLittleEndian && head < sizeof(ulong) << 16 && low < TenTo8
            ? FormatShort((uint)low, (int)head >> 16, ref destination)
            : FormatLong(value, ref destination);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FormatLong(decimal value, ref byte destination)
    {
        Parts parts = Unsafe.BitCast<decimal, Parts>(value);
        int scale = parts.Flags >> 16 & 0xff;
        // One digit fewer than fit, so that there is a place for the point.
        if (!IsSupported || parts.High != 0 || parts.Low >= TenTo8 * TenTo8 / 10 || scale >= Width - 1)
            return FormatScalar(value, ref destination);
        destination = (byte)'-';
        int sign = parts.Flags < 0 && parts.Low != 0 ? 1 : 0;
        ref byte text = ref Unsafe.Add(ref destination, sign);
        return sign + (parts.Low < TenTo8 && scale < sizeof(ulong)
            ? FormatShort((uint)parts.Low, scale, ref text)
            : FormatVector(parts.Low, scale, ref text));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FormatScalar(decimal value, ref byte destination)
    {
        Utf8Formatter.TryFormat(value, MemoryMarshal.CreateSpan(ref destination, MaxLength), out int length);
        return length;
    }

    /// <summary>Reads a decimal from the <paramref name="length"/> bytes at <paramref name="text"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Its length.</param>
    /// <param name="before">Precondition: so many bytes may be read in front of the text.</param>
    /// <param name="readable">Precondition: so many bytes, not fewer than the text has, may be read from its beginning on.</param>
    /// <param name="value">The number.</param>
    public static bool TryParse(ref readonly byte text, int length, int before, int readable, out decimal value)
    {
        int missing = sizeof(ulong) - length;
        if (BitConverter.IsLittleEndian && length > 0 && missing >= 0 && (readable >= sizeof(ulong) || before >= missing))
        {
            ulong word = readable >= sizeof(ulong)
                ? Unsafe.ReadUnaligned<ulong>(in text)
                : Unsafe.ReadUnaligned<ulong>(in Unsafe.Subtract(ref Unsafe.AsRef(in text), missing)) >> 8 * missing;
            if (TryParseShort(word, length, out uint number, out int scale))
            {
                value = Unsafe.BitCast<Parts, decimal>(new Parts(scale << 16, 0, number));
                return true;
            }
        }
        return TryParseLong(in text, length, readable, out value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryParseLong(ref readonly byte text, int length, int readable, out decimal value)
    {
        bool isNegative = length > 0 && text == '-';
        int sign = isNegative ? 1 : 0;
        int unsignedLength = length - sign;
        if (IsSupported && unsignedLength is > 0 and <= Width)
        {
            Vector128<byte> unit;
            if (readable - sign >= Width)
            {
                unit = Vector128.LoadUnsafe(in text, (nuint)sign);
            }
            else
            {
                Span<byte> padded = stackalloc byte[Width];
                padded.Clear();
                MemoryMarshal.CreateReadOnlySpan(in text, length)[sign..].CopyTo(padded);
                unit = Vector128.Create<byte>(padded);
            }
            if (TryParseVector(unit, unsignedLength, out ulong digits, out int scale))
            {
                value = new decimal((int)digits, (int)(digits >> 32), 0, isNegative, (byte)scale);
                return true;
            }
        }
        return TryParseScalar(MemoryMarshal.CreateReadOnlySpan(in text, length), out value);
    }

    /// <summary>Up to eight digits with at most one point between them, all in one word; nothing else, no sign either.</summary>
    /// <param name="text">The text and what follows it.</param>
    /// <param name="length">The length of the text, from 1 to 8.</param>
    /// <param name="number">All digits as one number.</param>
    /// <param name="scale">The number of digits behind the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseShort(ulong text, int length, out uint number, out int scale)
    {
        const ulong Points = 0x2e2e_2e2e_2e2e_2e2e;
        const ulong Zeros = 0x3030_3030_3030_3030;
        const ulong HighBits = 0x8080_8080_8080_8080;

        // The last character goes to the highest byte, where the number ends; zeros come in below.
        int unused = 8 * (sizeof(ulong) - length);
        ulong digits = text << unused;
        ulong other = digits ^ Points;
        // The lowest bit is that of the first point; there may be wrong ones above it, never below.
        ulong points = other - (HighBits >> 7) & ~other & HighBits;
        scale = 0;
        if (points != 0)
        {
            // Closes the gap: what stands in front of the point takes its place.
            ulong throughPoint = points ^ points - 1;
            scale = BitOperations.LeadingZeroCount(throughPoint) / 8;
            digits = digits & ~throughPoint | (digits & throughPoint >> 8) << 8;
            unused += 8;
        }
        digits -= Zeros << unused;
        number = (uint)FromDigits(digits);
        // A digit less than 0 or above 9 sets a high bit here or there. There must be digits before the point and behind.
        return ((digits | digits + (HighBits - 0x0a0a_0a0a_0a0a_0a0a)) & HighBits) == 0 && (points == 0 || scale > 0 && scale < length - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryParseScalar(ReadOnlySpan<byte> text, out decimal value) =>
        Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length;

    /// <summary>Up to eight digits, all in one word: those before the point and those behind it are stored each with what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FormatShort(uint number, int scale, ref byte destination)
    {
        const ulong Zeros = 0x3030_3030_3030_3030;
        const int Bits = 8 * sizeof(ulong);
        ulong digits = ToDigits(number);
        int behindPoint = 8 * scale;
        int skipped = Math.Min(BitOperations.TrailingZeroCount(digits) & ~7, Bits - 8 - behindPoint);
        digits = (digits | Zeros) >> skipped;
        int length = (Bits - skipped) / 8;
        Unsafe.WriteUnaligned(ref destination, digits);
        if (scale == 0)
            return length;
        ref byte point = ref Unsafe.Add(ref destination, length - scale);
        point = (byte)'.';
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref point, 1), digits >> Bits - skipped - behindPoint);
        return length + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FormatVector(ulong digits, int scale, ref byte destination)
    {
        // The length does not wait for the digits, since all that is written behind the text waits for the length.
        int skipped = Width - Math.Max(Count(digits), scale + 1);
        ulong upper = digits < TenTo8 ? 0 : ToDigits((uint)(digits / TenTo8));
        Vector128<byte> all = Vector128.Create(upper, ToDigits((uint)(digits % TenTo8))).AsByte();
        Vector128<sbyte> point = Vector128.Create((sbyte)(Width - scale - skipped));
        Vector128<sbyte> source = Positions + Vector128.Create((sbyte)skipped) + Vector128.GreaterThan(Positions, point);
        Vector128<byte> text = Vectors.Shuffle(all, source.AsByte()) | Vector128.Create((byte)'0');
        Vector128.ConditionalSelect(Vector128.Equals(Positions, point).AsByte(), Vector128.Create((byte)'.'), text).StoreUnsafe(ref destination);
        return Width - skipped + (scale > 0 ? 1 : 0);
    }

    /// <summary>Digits with at most one point between them, nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseVector(Vector128<byte> unit, int length, out ulong digits, out int scale)
    {
        uint inside = (1u << length) - 1;
        Vector128<byte> digit = unit - Vector128.Create((byte)'0');
        uint isDigit = Vector128.LessThanOrEqual(digit, Vector128.Create((byte)9)).ExtractMostSignificantBits();
        uint isPoint = Vector128.Equals(unit, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & inside;
        int point = BitOperations.TrailingZeroCount(isPoint | 1u << length);
        int points = point < length ? 1 : 0;
        scale = length - points - point;
        digits = 0;
        if (((isDigit | 1u << point) & inside) != inside || point == 0 || points == 1 && scale == 0)
            return false;
        // The last digit goes to the last lane; lanes before the first digit have a negative source, which gives zero.
        Vector128<sbyte> ordinal = Positions - Vector128.Create((sbyte)(Width - (length - points)));
        Vector128<sbyte> source = ordinal - Vector128.GreaterThanOrEqual(ordinal, Vector128.Create((sbyte)point));
        Vector128<ulong> aligned = Vectors.Shuffle(digit, source.AsByte()).AsUInt64();
        digits = FromDigits(aligned.ToScalar()) * TenTo8 + FromDigits(aligned.GetElement(1));
        return true;
    }

    /// <summary>The number of digits of a number below 10^16; 1 for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Count(ulong number)
    {
        // log 2 / log 10 is 1233 / 4096, near enough for 64 bits.
        int estimate = (BitOperations.Log2(number | 1) + 1) * 1233 >> 12;
        return estimate + (number < Powers[estimate] ? 0 : 1);
    }

    /// <summary>The eight digits of a number below 10^8, one in each byte, the first in the lowest. Divisions by constants become multiplications in lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ToDigits(uint number)
    {
        uint upper = number / 10_000;
        ulong fours = upper | (ulong)(number - upper * 10_000) << 32;
        ulong hundreds = fours * 10_486 >> 20 & 0x7f_0000_007f; // n / 100 for n below 10000
        ulong twos = hundreds | fours - hundreds * 100 << 16;
        ulong tens = twos * 103 >> 10 & 0xf_000f_000f_000f; // n / 10 for n below 100
        return tens | twos - tens * 10 << 8;
    }

    /// <summary>Undoes <see cref="ToDigits"/>: neighbours are joined to pairs, fours and eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FromDigits(ulong digits)
    {
        digits = digits * 10 + (digits >> 8) & 0x00ff_00ff_00ff_00ff;
        digits = digits * 100 + (digits >> 16) & 0x0000_ffff_0000_ffff;
        return digits * 10_000 + (digits >> 32) & 0xffff_ffff;
    }

    /// <summary>
    /// A decimal in memory, which is the DECIMAL of the platform's interoperability: (High, Low) / 10^scale, the scale in bits 16 to 23 of Flags and the
    /// sign in bit 31.
    /// </summary>
    private readonly record struct Parts(int Flags, uint High, ulong Low);
}
