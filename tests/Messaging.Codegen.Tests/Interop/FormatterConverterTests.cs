using MessagePack;
using MessagePack.Formatters;
using Messaging.Codegen.MessagePack;

namespace Messaging.Codegen.Tests.Interop;

/// <summary>A type that only a formatter of MessagePack-CSharp knows.</summary>
public sealed class Temperature(double kelvin)
{
    public double Kelvin { get; } = kelvin;
}

/// <summary>A formatter as their users write it: an array of a unit and a number.</summary>
public sealed class TemperatureFormatter : IMessagePackFormatter<Temperature?>
{
    public void Serialize(ref MessagePackWriter writer, Temperature? value, MessagePackSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(2);
        writer.Write("K");
        writer.Write(value.Kelvin);
    }

    public Temperature? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        return reader.ReadArrayHeader() == 2 && reader.ReadString() == "K"
            ? new Temperature(reader.ReadDouble())
            : throw new MessagePackSerializationException("no Kelvin");
    }
}

[Message("test.weather")]
public sealed partial record Weather
{
    [Key(0)] public required string Station { get; init; }

    [Key(1), MessageConverter(typeof(FormatterConverter<TemperatureFormatter, Temperature>))]
    public required Temperature Air { get; init; }

    [Key(2), MessageConverter(typeof(FormatterConverter<TemperatureFormatter, Temperature>))]
    public Temperature? Water { get; init; }

    [Key(3)] public int Last { get; init; }
}

/// <summary>Formatters of MessagePack-CSharp inside of contracts.</summary>
public sealed class FormatterConverterTests
{
    [Fact]
    public void A_formatter_writes_and_reads_its_member()
    {
        var bytes = MessageSerializer.SerializeToArray(new Weather { Station = "north", Air = new(280.5), Last = 7 });
        var expected = Convert.FromHexString("94a56e6f72746892a14bcb4071880000000000c007");
        Assert.Equal(expected, bytes);

        var read = MessageSerializer.Deserialize<Weather>(bytes.AsMemory());
        Assert.Equal(280.5, read.Air.Kelvin);
        Assert.Null(read.Water);
        Assert.Equal(7, read.Last);
    }

    [Theory]
    [InlineData("94a16e92a146cb40718800000000000000", "no Kelvin")]
    [InlineData("94a16e05c000", "")]
    [InlineData("94a16e91a14bc000", "")]
    [InlineData("94a16e93a14b0101c000", "")]
    public void What_a_formatter_refuses_is_no_message(string payload, string reason)
    {
        var exception = Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<Weather>(Convert.FromHexString(payload).AsMemory()));
        Assert.Equal("[1]", exception.KeyPath);
        Assert.Contains(reason, exception.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        var bytes = MessageSerializer.SerializeToArray(new Weather { Station = "north", Air = new(280.5), Water = new(1), Last = 7 });
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<Weather>(bytes.AsMemory(0, length)));
        }
    }
}
