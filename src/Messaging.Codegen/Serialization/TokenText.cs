using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Messaging.Codegen.Serialization;

/// <summary>Puts tokens into words for exceptions. Texts are short whatever the payload holds.</summary>
internal static class TokenText
{
    private const int MaxKeyBytes = 32;

    /// <summary>Kind and size of the token that <paramref name="bytes"/> begin with, and the value of a number.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "the end of the payload";
        byte code = bytes[0];
        string kind = Kind(code);
        if (!Token.TryMeasure(bytes, out int size, out long children))
            return string.Create(CultureInfo.InvariantCulture, $"{kind} (0x{code:x2}), not complete");
        return code switch
        {
            _ when TryReadInteger(bytes[..size], out string? integer) => $"the integer {integer}",
            Code.Float32 => string.Create(CultureInfo.InvariantCulture, $"the float {BinaryPrimitives.ReadSingleBigEndian(bytes[1..])}"),
            Code.Float64 => string.Create(CultureInfo.InvariantCulture, $"the float {BinaryPrimitives.ReadDoubleBigEndian(bytes[1..])}"),
            Code.Nil or Code.False or Code.True or Code.NeverUsed => kind,
            _ when Token.IsMap(code) => string.Create(CultureInfo.InvariantCulture, $"{kind} of {children / 2} pairs"),
            _ when Token.IsArray(code) => string.Create(CultureInfo.InvariantCulture, $"{kind} of {children} elements"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{kind} of {size} bytes with its header"),
        };
    }

    /// <summary>The text of a map's key in a key path: an integer, or a string in quotes, cut off when long. Other keys have none.</summary>
    public static bool TryDescribeKey(ReadOnlySpan<byte> bytes, out string key)
    {
        key = "";
        if (!Token.TryMeasure(bytes, out int size, out _))
            return false;
        byte code = bytes[0];
        if (TryReadInteger(bytes[..size], out string? integer))
        {
            key = integer!;
            return true;
        }
        int header = code switch
        {
            >= Code.MinFixStr and <= Code.MaxFixStr => 1,
            Code.Str8 => 2,
            Code.Str16 => 3,
            Code.Str32 => 5,
            _ => 0,
        };
        if (header == 0)
            return false;
        key = Quote(bytes[header..size]);
        return true;
    }

    /// <summary>A string key in quotes, cut off when long.</summary>
    public static string Quote(ReadOnlySpan<byte> text) => text.Length <= MaxKeyBytes
        ? $"\"{Encoding.UTF8.GetString(text)}\""
        : $"\"{Encoding.UTF8.GetString(text[..MaxKeyBytes])}…\"";

    private static bool TryReadInteger(ReadOnlySpan<byte> token, out string? text)
    {
        text = token[0] switch
        {
            <= Code.MaxFixInt or >= Code.MinNegativeFixInt => Invariant((sbyte)token[0]),
            Code.UInt8 => Invariant(token[1]),
            Code.UInt16 => Invariant(BinaryPrimitives.ReadUInt16BigEndian(token[1..])),
            Code.UInt32 => Invariant(BinaryPrimitives.ReadUInt32BigEndian(token[1..])),
            Code.UInt64 => BinaryPrimitives.ReadUInt64BigEndian(token[1..]).ToString(CultureInfo.InvariantCulture),
            Code.Int8 => Invariant((sbyte)token[1]),
            Code.Int16 => Invariant(BinaryPrimitives.ReadInt16BigEndian(token[1..])),
            Code.Int32 => Invariant(BinaryPrimitives.ReadInt32BigEndian(token[1..])),
            Code.Int64 => Invariant(BinaryPrimitives.ReadInt64BigEndian(token[1..])),
            _ => null,
        };
        return text is not null;
    }

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Kind(byte code) => code switch
    {
        <= Code.MaxFixInt or >= Code.MinNegativeFixInt or (>= Code.UInt8 and <= Code.Int64) => "an integer",
        Code.Float32 or Code.Float64 => "a float",
        Code.Nil => "nil",
        Code.False => "false",
        Code.True => "true",
        Code.NeverUsed => "the byte 0xc1, which the format never uses",
        Code.Bin8 or Code.Bin16 or Code.Bin32 => "binary data",
        (>= Code.MinFixStr and <= Code.MaxFixStr) or Code.Str8 or Code.Str16 or Code.Str32 => "a string",
        _ when Token.IsArray(code) => "an array",
        _ when Token.IsMap(code) => "a map",
        _ => "an extension",
    };
}
