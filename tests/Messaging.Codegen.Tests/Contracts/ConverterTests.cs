using System.Net;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Converters: bytes, nil, and that each is about one value.</summary>
public sealed class ConverterTests
{
    private static readonly Converted Sample = new()
    {
        Price = new Price(1.50m, "EUR"),
        Many = [new Price(2, "USD"), null],
        Addresses = new() { ["here"] = IPAddress.Loopback, ["there"] = IPAddress.IPv6Any },
        Length = new Meters(2.5, "m"),
        MaybeLength = new Meters(3, "km"),
        Number = 255,
        Plain = -70_000,
    };

    [Fact]
    public void Values_are_what_converters_make_of_them()
    {
        object?[] expected =
        [
            "1.50 EUR", null, new object?[] { "2 USD", null },
            new Dictionary<object, object> { ["here"] = IPAddress.Loopback.GetAddressBytes(), ["there"] = IPAddress.IPv6Any.GetAddressBytes() },
            new object[] { 2.5, "m" }, new object[] { 3.0, "km" }, "000000ff", null, -70_000,
        ];
        Assert.Equal(MessagePackSerializer.Serialize(expected), MessageSerializer.SerializeToArray(Sample));
    }

    [Fact]
    public void Values_come_back()
    {
        var read = MessageSerializer.Deserialize<Converted>(MessageSerializer.SerializeToArray(Sample).AsMemory());
        Assert.Equal((Sample.Price, Sample.Maybe, Sample.Length, Sample.MaybeLength), (read.Price, read.Maybe, read.Length, read.MaybeLength));
        Assert.Equal((255, null, -70_000), (read.Number, read.MaybeNumber, read.Plain));
        Assert.Equal(Sample.Many, read.Many);
        Assert.Equal(Sample.Addresses, read.Addresses);
    }

    [Fact]
    public void MessagePack_agrees()
    {
        var prices = new Prices(null, [new Price(1, "EUR")]);
        var bytes = MessagePackSerializer.Serialize(prices, MessagePackSerializerOptions.Standard);
        Assert.Equal(bytes, MessageSerializer.SerializeToArray(prices));
        Assert.Equal(prices.Many, MessageSerializer.Deserialize<Prices>(bytes.AsMemory()).Many);
    }

    [Fact]
    public void Nil_stands_for_an_absent_member()
    {
        var read = Read("1.50 EUR", null, null, null, null, null, null, null, null);
        Assert.Equal((new Meters(1, "m"), 5, null), (read.Length, read.Number, read.MaybeNumber));
        Assert.Equal("[0]", Refuse(null, null).KeyPath);
    }

    [Fact]
    public void What_a_converter_refuses_is_a_bad_payload()
    {
        var exception = Refuse("1.50");
        Assert.Equal(("test.converted/v1", "[0]", 1, "a value that PriceConverter takes", "not a price"), (exception.Contract, exception.KeyPath, exception.Offset, exception.Expected, exception.Found));
        Assert.Equal("[0]", Refuse(7).KeyPath);
        Assert.Equal("[3][\"a\"]", Refuse("1 EUR", null, null, new Dictionary<object, object> { ["a"] = new byte[3] }).KeyPath);
        Assert.Equal("[2][1]", Refuse("1 EUR", null, new object?[] { null, "2" }).KeyPath);
    }

    [Fact]
    public void What_a_converter_does_not_read_is_skipped()
    {
        var read = Read("1 EUR", null, null, null, new object[] { 2.5, "m", "newer", new object[] { 1, 2 } }, null, "10", null, 9);
        Assert.Equal((new Meters(2.5, "m"), 16, 9), (read.Length, read.Number, read.Plain));
    }

    [Fact]
    public void A_converter_cannot_read_behind_its_value()
    {
        Assert.Equal("[4]", Refuse("1 EUR", null, null, null, new object[] { 2.5 }, "m", "10", null, 9).KeyPath);
        Assert.Equal("[4]", Refuse("1 EUR", null, null, null, 2.5, "m", "10", null, 9).KeyPath);
        var payload = MessagePackSerializer.Serialize(new object[] { 5, 7 });
        Assert.Equal("[0]", Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<WrongMessage>(payload.AsMemory())).KeyPath);
        var six = MessagePackSerializer.Serialize(new object[] { 6, 7 });
        Assert.StartsWith("six", Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<WrongMessage>(six.AsMemory())).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_converter_writes_one_value(int kind)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => MessageSerializer.SerializeToArray(new WrongMessage(new Wrong(kind), 1)));
        Assert.Contains(nameof(WrongConverter), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_payloads_are_read_or_refused() => HostileInputTests.Prove(static _ => Sample);

    private static Converted Read(params object?[] members) => MessageSerializer.Deserialize<Converted>(MessagePackSerializer.Serialize(members).AsMemory());

    private static MessageFormatException Refuse(params object?[] members) => Assert.Throws<MessageFormatException>(() => Read(members));
}
