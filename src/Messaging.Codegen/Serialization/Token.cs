using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Serialization;

/// <summary>What the bytes of one token say about its size and content, without reading its value.</summary>
internal static class Token
{
    /// <summary>Size in bytes of the tokens that have no length of their own, 0 for the others and for the byte that the format never uses.</summary>
    public static int FixedSize(byte code) => code switch
    {
        <= Code.MaxFixInt or >= Code.MinNegativeFixInt or Code.Nil or Code.False or Code.True => 1,
        Code.UInt8 or Code.Int8 => 2,
        Code.UInt16 or Code.Int16 => 3,
        Code.UInt32 or Code.Int32 or Code.Float32 => 5,
        Code.UInt64 or Code.Int64 or Code.Float64 => 9,
        >= Code.FixExt1 and <= Code.FixExt16 => 2 + (1 << (code - Code.FixExt1)),
        _ => 0,
    };

    public static bool IsArray(byte code) => (code & 0xf0) == Code.MinFixArray || code is Code.Array16 or Code.Array32;

    public static bool IsMap(byte code) => (code & 0xf0) == Code.MinFixMap || code is Code.Map16 or Code.Map32;

    /// <summary>
    /// Measures the token that <paramref name="bytes"/> begin with.
    /// </summary>
    /// <param name="bytes">From the token to the payload's end.</param>
    /// <param name="size">The token's size in bytes; of an array or a map its header only. Not more than there are bytes.</param>
    /// <param name="children">Tokens inside an array or a map (two for a pair), else 0.</param>
    /// <returns>False when the bytes end inside the token or its first byte is the one that is never used.</returns>
    public static bool TryMeasure(ReadOnlySpan<byte> bytes, out int size, out long children)
    {
        children = 0;
        size = 0;
        if (bytes.IsEmpty)
            return false;
        byte code = bytes[0];
        long length;
        switch (code)
        {
            case >= Code.MinFixMap and <= Code.MaxFixMap:
                length = 1;
                children = 2 * (code & 0xf);
                break;
            case >= Code.MinFixArray and <= Code.MaxFixArray:
                length = 1;
                children = code & 0xf;
                break;
            case >= Code.MinFixStr and <= Code.MaxFixStr:
                length = 1 + (code & 0x1f);
                break;
            case Code.Array16 or Code.Array32 or Code.Map16 or Code.Map32:
                if (!TryReadLength(bytes, 1 + (code & 1), out long count))
                    return false;
                length = (code & 1) == 0 ? 3 : 5;
                children = code >= Code.Map16 ? 2 * count : count;
                break;
            case Code.Bin8 or Code.Bin16 or Code.Bin32:
                if (!TryReadLength(bytes, code - Code.Bin8, out long binary))
                    return false;
                length = 1 + (1 << (code - Code.Bin8)) + binary;
                break;
            case Code.Str8 or Code.Str16 or Code.Str32:
                if (!TryReadLength(bytes, code - Code.Str8, out long text))
                    return false;
                length = 1 + (1 << (code - Code.Str8)) + text;
                break;
            case Code.Ext8 or Code.Ext16 or Code.Ext32:
                if (!TryReadLength(bytes, code - Code.Ext8, out long extension))
                    return false;
                length = 2 + (1 << (code - Code.Ext8)) + extension;
                break;
            default:
                length = FixedSize(code);
                break;
        }
        if (length == 0 || length > bytes.Length)
            return false;
        size = (int)length;
        return true;
    }

    /// <summary>Is the float a whole number that a 64-bit integer, signed or unsigned, holds?</summary>
    public static bool IsWhole(double number, out long value, out bool beyondInt64)
    {
        const double TwoTo63 = 9_223_372_036_854_775_808;
        beyondInt64 = number >= TwoTo63;
        value = 0;
        if (double.IsNaN(number) || number < -TwoTo63 || number >= 2 * TwoTo63 || Math.Truncate(number) != number)
            return false;
        value = beyondInt64 ? (long)(ulong)number : (long)number;
        return true;
    }

    /// <summary>Reads the big-endian length of 2^<paramref name="log2Width"/> bytes behind the first byte.</summary>
    private static bool TryReadLength(ReadOnlySpan<byte> bytes, int log2Width, out long length)
    {
        length = 0;
        if (bytes.Length < 1 + (1 << log2Width))
            return false;
        length = log2Width switch
        {
            0 => bytes[1],
            1 => BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]),
        };
        return true;
    }
}
