using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>The 36 characters of a Guid to its value: three overlapping loads, two gathers of 16 digits each, one reordering of the bytes.</summary>
internal static class GuidText
{
    public const int Length = 36;

    private const byte None = 0x80;

    public static bool IsSupported => Vectors.HasShuffle;

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
            Vector128.Shuffle(head, Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, None, None))
            | Vector128.Shuffle(middle, Vector128.Create(None, None, None, None, None, None, None, None, None, None, None, None, None, None, 0, 1));
        Vector128<byte> second =
            Vector128.Shuffle(middle, Vector128.Create(3, 4, 5, 6, None, None, None, None, None, None, None, None, None, None, None, None))
            | Vector128.Shuffle(tail, Vector128.Create(None, None, None, None, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        first = FromHex(first, out Vector128<byte> isFirstHex);
        second = FromHex(second, out Vector128<byte> isSecondHex);
        bool isDashed = head[8] == '-' & head[13] == '-' & middle[2] == '-' & middle[7] == '-';
        if (!isDashed || (isFirstHex & isSecondHex) != Vector128<byte>.AllBitsSet)
        {
            value = default;
            return false;
        }
        Vector128<byte> bytes = Vector128.Narrow(JoinNibbles(first), JoinNibbles(second));
        // The first three fields are written as numbers, the rest byte by byte.
        bytes = Vector128.Shuffle(bytes, Vector128.Create((byte)3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15));
        value = Unsafe.BitCast<Vector128<byte>, Guid>(bytes);
        return true;
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

    /// <summary>Lanes of two nibbles, the upper one first, to lanes whose low byte holds both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> JoinNibbles(Vector128<byte> nibbles)
    {
        Vector128<ushort> pairs = nibbles.AsUInt16();
        return (pairs << 4 | pairs >> 8) & Vector128.Create((ushort)0xff);
    }
}
