using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Messaging.Codegen.Contracts;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Fuzz.Vectors;

/// <summary>What a payload says, whatever the width of its numbers and headers, in JSON that each language can compare with what it has read.</summary>
internal static class LogicalValue
{
    private const long SafeInteger = 1L << 53;

    public static void Write(Utf8JsonWriter json, PayloadNode node)
    {
        if (node.IsArray)
        {
            json.WriteStartArray();
            node.Children.ForEach(child => Write(json, child));
            json.WriteEndArray();
        }
        else if (node.IsMap)
        {
            json.WriteStartObject();
            json.WriteStartArray("map");
            foreach (PayloadNode[] pair in node.Children.Chunk(2))
            {
                json.WriteStartArray();
                Write(json, pair[0]);
                Write(json, pair[1]);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            WriteLeaf(json, node);
        }
    }

    private static void WriteLeaf(Utf8JsonWriter json, PayloadNode node)
    {
        var reader = new PackReader(node.TokenBytes, "vector");
        switch (node.Code)
        {
            case Code.Nil:
                json.WriteNullValue();
                break;
            case Code.True or Code.False:
                json.WriteBooleanValue(node.Code == Code.True);
                break;
            case Code.Float32 or Code.Float64:
                Write(json, "float", reader.ReadDouble().ToString("R", CultureInfo.InvariantCulture));
                break;
            case Code.UInt64:
                Write(json, reader.ReadUInt64());
                break;
            case >= Code.Bin8 and <= Code.Bin32:
                Write(json, "bin", Convert.ToHexStringLower(reader.ReadBinarySpan()));
                break;
            case >= Code.Ext8 and <= Code.Ext32 or >= Code.FixExt1 and <= Code.FixExt16:
                WriteTime(json, node.TokenBytes);
                break;
            case Code.Str8 or Code.Str16 or Code.Str32 or (>= Code.MinFixStr and <= Code.MaxFixStr):
                json.WriteStringValue(reader.ReadString());
                break;
            default:
                Write(json, reader.ReadInt64());
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Int128 number)
    {
        if (number <= SafeInteger && number >= -SafeInteger)
            json.WriteNumberValue((long)number);
        else
            Write(json, "int", number.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(Utf8JsonWriter json, string kind, string text)
    {
        json.WriteStartObject();
        json.WriteString(kind, text);
        json.WriteEndObject();
    }

    /// <summary>Seconds since 1970 and nanoseconds.</summary>
    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> token)
    {
        ReadOnlySpan<byte> body = token[^(token[0] switch { Code.FixExt4 => 4, Code.FixExt8 => 8, Code.Ext8 => token[1], Code.Ext16 => token[2], _ => token[4] })..];
        (long seconds, long nanoseconds) = body.Length switch
        {
            4 => (BinaryPrimitives.ReadUInt32BigEndian(body), 0),
            8 => ((long)(BinaryPrimitives.ReadUInt64BigEndian(body) & 0x3_ffff_ffff), (long)(BinaryPrimitives.ReadUInt64BigEndian(body) >> 34)),
            _ => (BinaryPrimitives.ReadInt64BigEndian(body[4..]), BinaryPrimitives.ReadUInt32BigEndian(body)),
        };
        json.WriteStartObject();
        json.WriteStartArray("time");
        json.WriteNumberValue(seconds);
        json.WriteNumberValue(nanoseconds);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
