using System.Globalization;
using System.Net;
using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Contracts;

[assembly: Messaging.Codegen.MessageConverterFor(typeof(IPAddress), typeof(AddressConverter))]
[assembly: Messaging.Codegen.MessageConverterFor(typeof(Meters), typeof(MetersConverter))]

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Text, of a type with a converter of its own.</summary>
[MessageConverter(typeof(PriceConverter))]
[MessagePackFormatter(typeof(PriceFormatter))]
public sealed record Price(decimal Amount, string Currency);

[WireType("str")]
public sealed class PriceConverter : IMessageConverter<Price>
{
    public static void Write(ref PackWriter writer, Price value) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));

    public static Price Read(ref PackReader reader)
    {
        var parts = reader.ReadString().Split(' ');
        return parts.Length == 2 ? new Price(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]) : throw new FormatException("not a price");
    }
}

/// <summary>The same for MessagePack-CSharp.</summary>
public sealed class PriceFormatter : IMessagePackFormatter<Price?>
{
    public void Serialize(ref MessagePackWriter writer, Price? value, MessagePackSerializerOptions options) =>
        writer.Write(value is null ? null : string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));

    public Price? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var parts = reader.ReadString()?.Split(' ');
        return parts is null ? null : new Price(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}

/// <summary>A type that is not ours.</summary>
public sealed class AddressConverter : IMessageConverter<IPAddress>
{
    public static void Write(ref PackWriter writer, IPAddress value) => writer.WriteBinary(value.GetAddressBytes());

    public static IPAddress Read(ref PackReader reader) => new(reader.ReadBinarySpan());
}

/// <summary>A struct, as an array that may grow.</summary>
public readonly record struct Meters(double Value, string Unit);

public readonly struct MetersConverter : IMessageConverter<Meters>
{
    static void IMessageConverter<Meters>.Write(ref PackWriter writer, Meters value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(value.Value);
        writer.Write(value.Unit);
    }

    static Meters IMessageConverter<Meters>.Read(ref PackReader reader)
    {
        reader.ReadArrayHeader();
        return new Meters(reader.ReadDouble(), reader.ReadString());
    }
}

/// <summary>A number as hexadecimal text, for one member.</summary>
public static class Hex
{
    public sealed class Converter : IMessageConverter<int>
    {
        public static void Write(ref PackWriter writer, int value) => writer.Write(value.ToString("x8", CultureInfo.InvariantCulture));

        public static int Read(ref PackReader reader) => int.Parse(reader.ReadString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}

[Message("test.converted")]
public sealed partial record Converted
{
    [Key(0)] public required Price Price { get; init; }
    [Key(1)] public Price? Maybe { get; init; }
    [Key(2)] public List<Price?> Many { get; init; } = [];
    [Key(3)] public Dictionary<string, IPAddress> Addresses { get; init; } = [];
    [Key(4)] public Meters Length { get; init; } = new(1, "m");
    [Key(5)] public Meters? MaybeLength { get; init; }
    [Key(6), MessageConverter(typeof(Hex.Converter))] public int Number { get; init; } = 5;
    [Key(7), MessageConverter(typeof(Hex.Converter))] public int? MaybeNumber { get; init; }
    [Key(8)] public int Plain { get; init; }
}

/// <summary>Prices only, for MessagePack-CSharp too.</summary>
[MessagePackObject]
[Message("test.prices")]
public sealed partial record Prices([property: Key(0)] Price? Price, [property: Key(1)] List<Price> Many);

/// <summary>Converters that err.</summary>
public readonly record struct Wrong(int Kind);

public sealed class WrongConverter : IMessageConverter<Wrong>
{
    public static void Write(ref PackWriter writer, Wrong value)
    {
        switch (value.Kind)
        {
            case 0:
                break;
            case 1:
                writer.WriteNil();
                break;
            case 2:
                writer.Write(1);
                writer.Write(2);
                break;
            case 3:
                writer.WriteArrayHeader(2);
                writer.Write(1);
                break;
            default:
                writer.Write(value.Kind);
                break;
        }
    }

    public static Wrong Read(ref PackReader reader)
    {
        var kind = reader.ReadInt32();
        if (kind == 5)
        {
            reader.Skip();
        }

        return kind == 6 ? throw new ArgumentOutOfRangeException(nameof(reader), "six") : new Wrong(kind);
    }
}

[Message("test.wrong")]
public sealed partial record WrongMessage([property: Key(0), MessageConverter(typeof(WrongConverter))] Wrong Wrong, [property: Key(1)] int After);
