using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// The 36 characters of a Guid to and from its value: the 32 digits stand in two vectors, which shuffles put between the dashes and take from there by
/// overlapping stores and loads.
/// </summary>
internal static class GuidText
{
    public const int Length = 36;

    private const byte None = Vectors.Zero;

    // Marks in WideSources, in bits that the permutation does not look at.
    private const byte UpperDigit = 0x40;
    private const byte Dash = 0x80;

    /// <summary>For each character the byte of the Guid in memory that it is a digit of; zeros behind them.</summary>
    private static readonly byte[] WideSources = BuildWideSources();

    public static bool IsSupported => Vectors.HasShuffle;

    // The first three fields are written as numbers, the rest byte by byte. The reordering is its own inverse.
    private static Vector128<byte> TextOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>Writes a Guid in lower case. Precondition: room for <see cref="Length"/> bytes.</summary>
    public static void Format(Guid value, ref byte destination)
    {
        if (IsSupported)
            FormatVector(value, ref destination);
        else
            FormatScalar(value, ref destination);
    }

    public static void FormatScalar(Guid value, ref byte destination) =>
        value.TryFormat(MemoryMarshal.CreateSpan(ref destination, Length), out _);

    /// <summary>Reads <c>xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx</c>, digits in either case. False for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        if (text.Length == Length && IsSupported)
            return TryParseVector(ref MemoryMarshal.GetReference(text), out value);
        return TryParseScalar(text, out value);
    }

    public static bool TryParseScalar(ReadOnlySpan<byte> text, out Guid value) =>
        Utf8Parser.TryParse(text, out value, out int consumed, 'D') && consumed == text.Length;

    /// <summary>Precondition: 36 bytes begin at <paramref name="text"/>.</summary>
    public static bool TryParseVector(ref readonly byte text, out Guid value)
    {
        Vector128<byte> head = Vector128.LoadUnsafe(in text);
        Vector128<byte> middle = Vector128.LoadUnsafe(in text, 16);
        Vector128<byte> tail = Vector128.LoadUnsafe(in text, 20);
        Vector128<byte> first =
            Vectors.Shuffle(head, Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, None, None))
            | Vectors.Shuffle(middle, Vector128.Create(None, None, None, None, None, None, None, None, None, None, None, None, None, None, 0, 1));
        Vector128<byte> second =
            Vectors.Shuffle(middle, Vector128.Create(3, 4, 5, 6, None, None, None, None, None, None, None, None, None, None, None, None))
            | Vectors.Shuffle(tail, Vector128.Create(None, None, None, None, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        first = FromHex(first, out Vector128<byte> isFirstHex);
        second = FromHex(second, out Vector128<byte> isSecondHex);
        bool isDashed = head[8] == '-' & head[13] == '-' & middle[2] == '-' & middle[7] == '-';
        if (!isDashed || (isFirstHex & isSecondHex) != Vector128<byte>.AllBitsSet)
        {
            value = default;
            return false;
        }
        Vector128<byte> bytes = Vector128.Narrow(JoinNibbles(first), JoinNibbles(second));
        value = Unsafe.BitCast<Vector128<byte>, Guid>(Vectors.Shuffle(bytes, TextOrder));
        return true;
    }

    private static void FormatVector(Guid value, ref byte p)
    {
        // By way of two registers, in which it was passed: through memory the halves stored would hold up the whole that is loaded.
        (ulong lower, ulong upper) = Unsafe.BitCast<Guid, (ulong, ulong)>(value);
        Vector128<byte> fields = Vector128.Create(lower, upper).AsByte();
        if (Vectors.HasWideShuffle)
        {
            FormatWide(fields, ref p);
            return;
        }
        Vector128<byte> bytes = Vectors.Shuffle(fields, TextOrder);
        Vector128<byte> first = ToHex(Vector128.WidenLower(bytes));
        Vector128<byte> second = ToHex(Vector128.WidenUpper(bytes));
        Vector128<byte> head = Vectors.Shuffle(first, Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, None, 8, 9, 10, 11, None, 12, 13))
            | Vector128.Create(0, 0, 0, 0, 0, 0, 0, 0, (byte)'-', 0, 0, 0, 0, (byte)'-', 0, 0);
        Vector128<byte> tail = Vectors.Shuffle(second, Vector128.Create(1, 2, 3, None, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
            | Vector128.Create(0, 0, 0, (byte)'-', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        uint middle = first.AsUInt16()[7] | (uint)'-' << 16 | (uint)second[0] << 24;
        head.StoreUnsafe(ref p);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 16), middle);
        tail.StoreUnsafe(ref p, 20);
    }

    /// <summary>All 36 at once. Precondition: <see cref="Vectors.HasWideShuffle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FormatWide(Vector128<byte> fields, ref byte p)
    {
        Vector512<byte> source = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(WideSources));
        Vector512<byte> lower = Avx512Vbmi.PermuteVar64x8(fields.ToVector256Unsafe().ToVector512Unsafe(), source);
        Vector512<byte> upper = (lower.AsUInt16() >> 4).AsByte();
        Vector512<byte> isUpper = Vector512.Equals(source & Vector512.Create(UpperDigit), Vector512.Create(UpperDigit));
        Vector512<byte> nibbles = Vector512.ConditionalSelect(isUpper, upper, lower) & Vector512.Create((byte)0x0f);
        Vector256<byte> digits = Vector256.Create("0123456789abcdef0123456789abcdef"u8);
        Vector512<byte> text = Avx512BW.Shuffle(Vector512.Create(digits, digits), nibbles);
        text = Vector512.ConditionalSelect(Vector512.Equals(source, Vector512.Create(Dash)), Vector512.Create((byte)'-'), text);
        text.GetLower().StoreUnsafe(ref p);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, Vector256<byte>.Count), text.GetUpper().AsUInt32().ToScalar());
    }

    /// <summary>Lanes of one byte each to its two digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToHex(Vector128<ushort> bytes)
    {
        Vector128<byte> nibbles = ((bytes >> 4 | bytes << 8) & Vector128.Create((ushort)0x0f0f)).AsByte();
        return Vectors.Shuffle(Vector128.Create("0123456789abcdef"u8), nibbles);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> FromHex(Vector128<byte> character, out Vector128<byte> isHex)
    {
        Vector128<byte> digit = character - Vector128.Create((byte)'0');
        Vector128<byte> letter = (character | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        Vector128<byte> isDigit = Vector128.LessThanOrEqual(digit, Vector128.Create((byte)9));
        isHex = isDigit | Vector128.LessThanOrEqual(letter, Vector128.Create((byte)5));
        return Vector128.ConditionalSelect(isDigit, digit, letter + Vector128.Create((byte)10));
    }

    private static byte[] BuildWideSources()
    {
        var sources = new byte[Vector512<byte>.Count];
        int at = 0;
        for (int i = 0; i < Vector128<byte>.Count; i++)
        {
            if (i is 4 or 6 or 8 or 10)
                sources[at++] = Dash;
            byte source = TextOrder[i];
            sources[at++] = (byte)(source | UpperDigit);
            sources[at++] = source;
        }
        return sources;
    }

    /// <summary>Lanes of two nibbles, the upper one first, to lanes whose low byte holds both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> JoinNibbles(Vector128<byte> nibbles)
    {
        Vector128<ushort> pairs = nibbles.AsUInt16();
        return (pairs << 4 | pairs >> 8) & Vector128.Create((ushort)0xff);
    }
}
