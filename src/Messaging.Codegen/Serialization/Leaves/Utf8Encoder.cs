using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Messaging.Codegen.Serialization.Leaves;

/// <summary>
/// UTF-16 to UTF-8 in steps of eight characters: each becomes one, two or three bytes in a lane of its own, and a table shuffle closes the gaps.
/// Surrogates and the rest go one by one. Unpaired surrogates become U+FFFD.
/// </summary>
internal static class Utf8Encoder
{
    /// <summary>Bytes behind the encoded text that are overwritten by whole-vector stores.</summary>
    public const int Slack = Utf8WideEncoder.Slack;

    private const int Step = 8;
    private const uint FirstSurrogate = 0xd800;
    private const uint FirstLowSurrogate = 0xdc00;

    public static bool IsSupported => Vectors.HasShuffle;

    /// <summary>
    /// Encodes <paramref name="text"/>. Precondition: behind <paramref name="destination"/> there is room for the encoded bytes and <see cref="Slack"/> more.
    /// </summary>
    /// <returns>The number of bytes of the encoded text.</returns>
    public static int Encode(ReadOnlySpan<char> text, ref byte destination)
    {
        if (Vectors.HasWideShuffle)
            return (int)Unsafe.ByteOffset(ref destination, ref Utf8WideEncoder.Encode(text, ref destination));
        int next = 0;
        ref byte p = ref destination;
        if (text.Length >= 4 * Step)
        {
            if (TryEncodeLongAscii(text, ref p, out next))
                return text.Length;
            p = ref Unsafe.Add(ref p, next);
        }
        if (IsSupported && text.Length >= Step)
            p = ref EncodeSteps(text, ref next, ref p);
        return (int)Unsafe.ByteOffset(ref destination, ref p) + EncodeScalar(text[next..], ref p);
    }

    /// <summary>The same, one character at a time; needs no slack.</summary>
    public static int EncodeScalar(ReadOnlySpan<char> text, ref byte destination)
    {
        int next = 0;
        ref byte p = ref destination;
        while (next < text.Length)
            p = ref EncodeNext(text, ref next, ref p);
        return (int)Unsafe.ByteOffset(ref destination, ref p);
    }

    private static bool TryEncodeLongAscii(ReadOnlySpan<char> text, ref byte p, out int encoded) =>
        Ascii.FromUtf16(text, MemoryMarshal.CreateSpan(ref p, text.Length), out encoded) == OperationStatus.Done;

    private static ref byte EncodeSteps(ReadOnlySpan<char> text, scoped ref int next, ref byte p)
    {
        ref ushort units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        int i = next;
        int last = text.Length - Step;
        while (i <= last)
        {
            Vector128<ushort> unit = Vector128.LoadUnsafe(ref units, (nuint)i);
            uint isWide = ~Vectors.LaneBits(AsciiLanes(unit)) & 0xff;
            if (isWide == 0)
            {
                Unsafe.WriteUnaligned(ref p, Vectors.Narrow(unit, unit).AsUInt64().ToScalar());
                p = ref Unsafe.Add(ref p, Step);
                i += Step;
            }
            else if ((unit & Vector128.Create((ushort)0xf800)) == Vector128<ushort>.Zero)
            {
                p = ref EncodeTwoBytes(unit, ref p);
                i += Step;
            }
            else if (Vector128.EqualsAny(unit & Vector128.Create((ushort)0xf800), Vector128.Create((ushort)0xd800)))
            {
                // What is ASCII in front at once, then all that is not, up to the next ASCII character.
                Unsafe.WriteUnaligned(ref p, Vectors.Narrow(unit, unit).AsUInt64().ToScalar());
                int ascii = BitOperations.TrailingZeroCount(isWide);
                p = ref Unsafe.Add(ref p, ascii);
                i += ascii;
                while (i < text.Length && text[i] > 0x7f)
                    p = ref EncodeNext(text, ref i, ref p);
            }
            else
            {
                p = ref EncodeThreeBytes(Vector128.WidenLower(unit), ref p);
                p = ref EncodeThreeBytes(Vector128.WidenUpper(unit), ref p);
                i += Step;
            }
        }
        next = i;
        return ref p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> AsciiLanes(Vector128<ushort> unit) =>
        Vector128.Equals(unit & Vector128.Create((ushort)0xff80), Vector128<ushort>.Zero);

    /// <summary>Eight characters below U+0800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EncodeTwoBytes(Vector128<ushort> unit, ref byte p)
    {
        Vector128<ushort> isAscii = AsciiLanes(unit);
        Vector128<ushort> pair = Vector128.Create((ushort)0x80c0) | (unit >> 6) | (unit & Vector128.Create((ushort)0x3f)) << 8;
        Vector128<ushort> lanes = Vector128.ConditionalSelect(isAscii, unit, pair);
        uint mask = Vectors.LaneBits(isAscii);
        Squeeze(lanes.AsByte(), SqueezeTables.OneOrTwoBytes, mask, ref p);
        return ref Unsafe.Add(ref p, 2 * Step - Vectors.PopCount(mask));
    }

    /// <summary>Four characters of any kind but surrogates. The bytes of one that needs fewer than three stand at the end of its lane's three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EncodeThreeBytes(Vector128<uint> unit, ref byte p)
    {
        Vector128<uint> isOne = Vector128.LessThan(unit.AsInt32(), Vector128.Create(0x80)).AsUInt32();
        Vector128<uint> isTwo = Vector128.LessThan(unit.AsInt32(), Vector128.Create(0x800)).AsUInt32();
        Vector128<uint> first = unit >> 12 | Vector128.Create(0xe0u);
        Vector128<uint> second = Vector128.ConditionalSelect(
            isTwo,
            unit >> 6 | Vector128.Create(0xc0u),
            unit >> 6 & Vector128.Create(0x3fu) | Vector128.Create(0x80u));
        Vector128<uint> third = Vector128.ConditionalSelect(
            isOne,
            unit,
            unit & Vector128.Create(0x3fu) | Vector128.Create(0x80u));
        uint dropFirst = isTwo.ExtractMostSignificantBits();
        uint dropSecond = isOne.ExtractMostSignificantBits();
        Squeeze((first | second << 8 | third << 16).AsByte(), SqueezeTables.OneToThreeBytes, dropFirst | dropSecond << 4, ref p);
        return ref Unsafe.Add(ref p, 12 - Vectors.PopCount(dropFirst | dropSecond << 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Squeeze(Vector128<byte> lanes, byte[] table, uint mask, ref byte p)
    {
        Vector128<byte> shuffle = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(table), mask * SqueezeTables.EntryBytes);
        Vectors.Shuffle(lanes, shuffle).StoreUnsafe(ref p);
    }

    /// <summary>Encodes one character, or a pair of surrogates.</summary>
    internal static ref byte EncodeNext(ReadOnlySpan<char> text, scoped ref int next, ref byte p)
    {
        uint unit = text[next++];
        if (unit < 0x80)
        {
            p = (byte)unit;
            return ref Unsafe.Add(ref p, 1);
        }
        if (unit < 0x800)
        {
            p = (byte)(0xc0 | unit >> 6);
            Unsafe.Add(ref p, 1) = (byte)(0x80 | unit & 0x3f);
            return ref Unsafe.Add(ref p, 2);
        }
        if (unit - FirstSurrogate < 0x800)
        {
            uint low = next < text.Length ? text[next] - FirstLowSurrogate : uint.MaxValue;
            if (unit < FirstLowSurrogate && low < 0x400)
            {
                next++;
                uint scalar = 0x10000 + (unit - FirstSurrogate << 10) + low;
                BigEndian.Store32(ref p, 0xf0808080 | scalar >> 18 << 24 | (scalar >> 12 & 0x3f) << 16 | (scalar >> 6 & 0x3f) << 8 | scalar & 0x3f);
                return ref Unsafe.Add(ref p, 4);
            }
            unit = 0xfffd;
        }
        p = (byte)(0xe0 | unit >> 12);
        Unsafe.Add(ref p, 1) = (byte)(0x80 | unit >> 6 & 0x3f);
        Unsafe.Add(ref p, 2) = (byte)(0x80 | unit & 0x3f);
        return ref Unsafe.Add(ref p, 3);
    }
}
