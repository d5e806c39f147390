using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

public ref partial struct PackReader
{
    internal const string ExpectedSByte = "an integer from -128 to 127";
    internal const string ExpectedByte = "an integer from 0 to 255";
    internal const string ExpectedInt16 = "an integer from -32768 to 32767";
    internal const string ExpectedUInt16 = "an integer from 0 to 65535";
    internal const string ExpectedChar = "a character as an integer from 0 to 65535";
    internal const string ExpectedInt32 = "an integer from -2^31 to 2^31 - 1";
    internal const string ExpectedUInt32 = "an integer from 0 to 2^32 - 1";
    internal const string ExpectedInt64 = "an integer from -2^63 to 2^63 - 1";

    /// <summary>Reads a number from -128 to 127 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public sbyte ReadSByte() => (sbyte)ReadInteger(sbyte.MinValue, sbyte.MaxValue, ExpectedSByte);

    /// <summary>Reads a number from 0 to 255 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte() => (byte)ReadInteger(byte.MinValue, byte.MaxValue, ExpectedByte);

    /// <summary>Reads a number from -32768 to 32767 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public short ReadInt16() => (short)ReadInteger(short.MinValue, short.MaxValue, ExpectedInt16);

    /// <summary>Reads a number from 0 to 65535 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort ReadUInt16() => (ushort)ReadInteger(ushort.MinValue, ushort.MaxValue, ExpectedUInt16);

    /// <summary>Reads the number of a UTF-16 code unit, 0 to 65535, in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public char ReadChar() => (char)ReadInteger(char.MinValue, char.MaxValue, ExpectedChar);

    /// <summary>Reads a number from -2^31 to 2^31 - 1 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadInt32() => (int)ReadInteger(int.MinValue, int.MaxValue, ExpectedInt32);

    /// <summary>Reads a number from 0 to 2^32 - 1 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadUInt32() => (uint)ReadInteger(uint.MinValue, uint.MaxValue, ExpectedUInt32);

    /// <summary>Reads a number from -2^63 to 2^63 - 1 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadInt64() => ReadInteger(long.MinValue, long.MaxValue, ExpectedInt64);

    /// <summary>Reads a number from 0 to 2^64 - 1 in any form.</summary>
    /// <exception cref="MessageFormatException">Another token, a number out of range, or the end of the payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadUInt64()
    {
        if (End || _cursor > Code.MaxFixInt)
            return ReadWideUInt64();
        byte value = _cursor;
        Advance(1);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadInteger(long minimum, long maximum, string expected)
    {
        if (End || _cursor > Code.MaxFixInt)
            return ReadWideInteger(minimum, maximum, expected);
        byte value = _cursor;
        Advance(1);
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ReadWideInteger(long minimum, long maximum, string expected)
    {
        int size = TryForm(ref _cursor, minimum, maximum, out long value);
        if (size == 0)
            return ReadOddInteger(minimum, maximum, expected);
        Advance(size);
        return value;
    }

    /// <summary>
    /// Decodes the integer at <paramref name="p"/>, in range and in any integer form but one above <see cref="long.MaxValue"/>, if at least nine bytes are
    /// left. Computed from the code without branches on it, since which form a value has is mostly a matter of chance.
    /// </summary>
    /// <returns>Size of the token in bytes; 0 when it is another one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int TryForm(scoped ref byte p, long minimum, long maximum, out long value)
    {
        value = 0;
        if (!Has(ref p, Put.Int64Bytes))
            return 0;
        uint code = p;
        int size = 1;
        if (code is >= Code.UInt8 and <= Code.Int64)
        {
            int width = 1 << (int)(code & 3);
            ulong body = BigEndian.Load64(ref Unsafe.Add(ref p, 1));
            ulong isUnsigned = (code >> 4 & 1) - 1ul; // the signed forms have the bit 0x10
            int unused = 64 - 8 * width;
            value = (long)body >> unused;
            value &= (long)(ulong.MaxValue >> unused | ~isUnsigned);
            if ((long)((ulong)value & isUnsigned) < 0)
                return 0;
            size += width;
        }
        else
        {
            value = (sbyte)code;
            if (value < -32)
                return 0;
        }
        return value < minimum || value > maximum ? 0 : size;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ReadOddInteger(long minimum, long maximum, string expected)
    {
        int size = DecodeInteger(expected, out long value, out bool beyondInt64);
        if (beyondInt64 || value < minimum || value > maximum)
            throw Unexpected(expected);
        Advance(size);
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadWideUInt64()
    {
        const string Expected = "an integer from 0 to 2^64 - 1";
        int size = DecodeInteger(Expected, out long value, out bool beyondInt64);
        if (value < 0 && !beyondInt64)
            throw Unexpected(Expected);
        Advance(size);
        return (ulong)value;
    }

    /// <summary>Decodes the integer at the cursor, in whatever form, without consuming it.</summary>
    /// <param name="expected">For the exception.</param>
    /// <param name="value">The number; its bits are those of an unsigned one when <paramref name="beyondInt64"/>.</param>
    /// <param name="beyondInt64">True for 2^63 and above.</param>
    /// <returns>Size of the token in bytes.</returns>
    private readonly int DecodeInteger(string expected, out long value, out bool beyondInt64)
    {
        beyondInt64 = false;
        byte code = PeekCode(expected);
        if (code is <= Code.MaxFixInt or >= Code.MinNegativeFixInt)
        {
            value = (sbyte)code;
            return 1;
        }
        int size = Token.FixedSize(code);
        if (size < 2 || code is < Code.Float32 or > Code.Int64)
            throw Unexpected(expected);
        if (Remaining < size)
            throw Truncated(expected);
        ref byte body = ref Unsafe.Add(ref _cursor, 1);
        switch (code)
        {
            case Code.UInt8: value = body; break;
            case Code.UInt16: value = BigEndian.Load16(ref body); break;
            case Code.UInt32: value = BigEndian.Load32(ref body); break;
            case Code.UInt64:
                value = (long)BigEndian.Load64(ref body);
                beyondInt64 = value < 0;
                break;
            case Code.Int8: value = (sbyte)body; break;
            case Code.Int16: value = (short)BigEndian.Load16(ref body); break;
            case Code.Int32: value = (int)BigEndian.Load32(ref body); break;
            case Code.Int64: value = (long)BigEndian.Load64(ref body); break;
            default:
                double number = code == Code.Float32
                    ? BitConverter.UInt32BitsToSingle(BigEndian.Load32(ref body))
                    : BitConverter.UInt64BitsToDouble(BigEndian.Load64(ref body));
                if (!Token.IsWhole(number, out value, out beyondInt64))
                    throw Unexpected(expected);
                break;
        }
        return size;
    }

    private readonly byte PeekCode(string expected) => End ? throw Truncated(expected) : _cursor;
}
