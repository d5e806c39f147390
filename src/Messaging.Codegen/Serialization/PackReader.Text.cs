using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    /// <summary>
    /// Reads a string. Bytes that are not valid UTF-8 become U+FFFD, as MessagePack-CSharp reads them: its writers cannot produce such bytes, but
    /// a contract must not refuse here what every other reader of the stream accepts.
    /// </summary>
    /// <exception cref="MessageFormatException">Another token (nil too), or the end of the payload.</exception>
    public string ReadString()
    {
        return Utf8Decoder.Decode(ReadStringSpan("a string"));
    }

    /// <summary>Reads a Guid from its 36 characters <c>xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx</c>, in either case.</summary>
    /// <exception cref="MessageFormatException">Another token, other text, or the end of the payload.</exception>
    public Guid ReadGuid()
    {
        if (!TryGuid(ref _cursor, out Guid value))
            return ReadOddGuid();
        Advance(Put.GuidBytes);
        return value;
    }

    /// <summary>Reads a decimal from invariant text, with or without an exponent.</summary>
    /// <exception cref="MessageFormatException">Another token, other text, a number out of range, or the end of the payload.</exception>
    public decimal ReadDecimal()
    {
        const string Expected = "a decimal as a string";
        ref byte start = ref _cursor;
        ReadOnlySpan<byte> text = ReadStringSpan(Expected);
        if (TryDecimal(ref MemoryMarshal.GetReference(text), text.Length, out decimal value))
            return value;
        _cursor = ref start;
        throw Unexpected(Expected);
    }

    /// <summary>Reads raw bytes into a new array. A string (writers from before the format had raw bytes) and an array of numbers from 0 to 255 will do too.</summary>
    /// <exception cref="MessageFormatException">Another token (nil too), or the end of the payload.</exception>
    public byte[] ReadBinary()
    {
        if (End || !Token.IsArray(_cursor))
            return ReadBinarySpan().ToArray();
        byte[] bytes = new byte[ReadCollectionHeader(1)];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = ReadByte();
        return bytes;
    }

    /// <summary>Reads raw bytes, or those of a string, without copying.</summary>
    /// <returns>A view into the payload, good for as long as the payload is.</returns>
    /// <exception cref="MessageFormatException">Another token (nil too), or the end of the payload.</exception>
    public ReadOnlySpan<byte> ReadBinarySpan()
    {
        const string Expected = "binary data";
        byte code = PeekCode(Expected);
        return code is Code.Bin8 or Code.Bin16 or Code.Bin32
            ? ReadBytes(Expected, code - Code.Bin8)
            : ReadStringSpan(Expected);
    }

    /// <summary>True when a string of up to 31 bytes begins at <paramref name="p"/> and ends in the payload.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool TryShortText(scoped ref byte p, out int length)
    {
        length = 0;
        if (!HasByte(ref p) || (p & 0xe0) != Code.MinFixStr)
            return false;
        length = p & 0x1f;
        return Has(ref Unsafe.Add(ref p, 1), length);
    }

    /// <summary>Reads the Guid at <paramref name="p"/> if it has the usual header and the machine has vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool TryGuid(scoped ref byte p, out Guid value)
    {
        const ushort Header = Code.Str8 << 8 | GuidText.Length;
        if (GuidText.IsSupported && Has(ref p, Put.GuidBytes) && BigEndian.Load16(ref p) == Header)
            return GuidText.TryParseVector(ref Unsafe.Add(ref p, 2), out value);
        value = default;
        return false;
    }

    /// <summary>Reads a decimal from <paramref name="length"/> bytes of the payload.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool TryDecimal(scoped ref byte text, int length, out decimal value) =>
        DecimalText.TryParse(ref text, length, (int)Unsafe.ByteOffset(ref _start, ref text), (int)Unsafe.ByteOffset(ref text, ref _end), out value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Guid ReadOddGuid()
    {
        const string Expected = "a Guid as a string of 36 characters";
        ref byte start = ref _cursor;
        if (GuidText.TryParse(ReadStringSpan(Expected), out Guid value))
            return value;
        _cursor = ref start;
        throw Unexpected(Expected);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> ReadStringSpan(string expected)
    {
        if (!TryShortText(ref _cursor, out int length))
            return ReadWideStringSpan(expected);
        ReadOnlySpan<byte> text = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _cursor, 1), length);
        Advance(1 + length);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<byte> ReadWideStringSpan(string expected)
    {
        byte code = PeekCode(expected);
        if ((code & 0xe0) == Code.MinFixStr)
            throw Truncated(expected);
        return code is >= Code.Str8 and <= Code.Str32 ? ReadBytes(expected, code - Code.Str8) : throw Unexpected(expected);
    }

    /// <summary>Reads a length of 2^<paramref name="log2Width"/> bytes behind the first byte, then as many bytes.</summary>
    private ReadOnlySpan<byte> ReadBytes(string expected, int log2Width)
    {
        int header = 1 + (1 << log2Width);
        if (Remaining < header)
            throw Truncated(expected);
        ref byte body = ref Unsafe.Add(ref _cursor, 1);
        uint length = log2Width switch
        {
            0 => body,
            1 => BigEndian.Load16(ref body),
            _ => BigEndian.Load32(ref body),
        };
        if (length > (uint)(Remaining - header))
            throw Truncated(expected);
        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _cursor, header), (int)length);
        Advance(header + (int)length);
        return bytes;
    }
}
