using System.Text;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Facts;

/// <summary>Complete MessagePack tokens as JSON by what their own bytes say.</summary>
internal static class PlainScalars
{
    /// <summary>Reads a token, of binary data as base64 and of a timestamp as ISO 8601.</summary>
    /// <returns>False for an array, a map, and an extension that is no timestamp.</returns>
    public static bool TryRead(ReadOnlySpan<byte> token, out JsonScalar scalar)
    {
        switch (token[0])
        {
            case Code.Nil:
                scalar = JsonScalar.Null;
                return true;
            case Code.False or Code.True:
                scalar = JsonScalar.Of(token[0] == Code.True);
                return true;
            case Code.Float32:
                scalar = JsonScalar.Of(Reader(token).ReadSingle());
                return true;
            case Code.Float64:
                scalar = JsonScalar.Of(Reader(token).ReadDouble());
                return true;
            case Code.Bin8 or Code.Bin16 or Code.Bin32:
                scalar = JsonScalar.Of(Convert.ToBase64String(Reader(token).ReadBinarySpan()));
                return true;
        }

        if (TryReadText(token, out var text))
        {
            scalar = JsonScalar.Of(Encoding.UTF8.GetString(text));
            return true;
        }

        if (TryReadTimestamp(token, out var time))
        {
            scalar = JsonScalar.Of(time.ToString("O"));
            return true;
        }

        var isInteger = TryReadInteger(token, out var integer);
        scalar = JsonScalar.Of(integer);
        return isInteger;
    }

    /// <summary>Reads an integer in any form, a whole float too.</summary>
    public static bool TryReadInteger(ReadOnlySpan<byte> token, out Int128 value)
    {
        value = 0;
        switch (token[0])
        {
            case Code.UInt64:
                value = Reader(token).ReadUInt64();
                return true;
            case <= Code.MaxFixInt or >= Code.MinNegativeFixInt or (>= Code.UInt8 and <= Code.Int64):
                value = Reader(token).ReadInt64();
                return true;
            case Code.Float32 or Code.Float64 when Token.IsWhole(Reader(token).ReadDouble(), out var whole, out var beyondInt64):
                value = beyondInt64 ? (ulong)whole : whole;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The bytes of a string.</summary>
    public static bool TryReadText(ReadOnlySpan<byte> token, out ReadOnlySpan<byte> text)
    {
        var isText = token[0] is (>= Code.MinFixStr and <= Code.MaxFixStr) or (>= Code.Str8 and <= Code.Str32);
        text = isText ? Reader(token).ReadBinarySpan() : default;
        return isText;
    }

    public static bool TryReadTimestamp(ReadOnlySpan<byte> token, out DateTime time)
    {
        time = default;
        if (token[0] is not (Code.FixExt4 or Code.FixExt8 or (>= Code.Ext8 and <= Code.Ext32)))
        {
            return false;
        }

        try
        {
            time = Reader(token).ReadDateTime();
            return true;
        }
        catch (MessageFormatException)
        {
            return false;
        }
    }

    /// <summary>A reader of one token, which therefore names no place in case that it fails.</summary>
    public static PackReader Reader(ReadOnlySpan<byte> token) => new(token, "");
}
