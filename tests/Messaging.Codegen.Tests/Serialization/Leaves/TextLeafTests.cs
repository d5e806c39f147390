using System.Text;
using Messaging.Codegen.Serialization.Leaves;

namespace Messaging.Codegen.Tests.Serialization.Leaves;

/// <summary>Guid and decimal text against their twins.</summary>
public class TextLeafTests
{
    [Fact]
    public void Guids_are_formatted_and_parsed_as_the_twin_does()
    {
        for (int seed = 0; seed < 20_000; seed++)
        {
            var samples = new Samples(seed);
            Guid guid = samples.Guid();
            byte[] text = Encoding.ASCII.GetBytes(seed % 2 == 0 ? guid.ToString() : guid.ToString().ToUpperInvariant());
            Assert.True(GuidText.TryParse(text, out Guid vector));
            Assert.True(GuidText.TryParseScalar(text, out Guid scalar));
            Assert.Equal((guid, guid), (vector, scalar));

            byte[] formatted = new byte[2 * GuidText.Length];
            GuidText.Format(guid, ref formatted[0]);
            GuidText.FormatScalar(guid, ref formatted[GuidText.Length]);
            Assert.Equal(guid + guid.ToString(), Encoding.ASCII.GetString(formatted));

            text[samples.Random.Next(text.Length)] = (byte)samples.Random.Next(256);
            bool expected = GuidText.TryParseScalar(text, out scalar);
            Assert.True(expected == GuidText.TryParse(text, out vector), Encoding.Latin1.GetString(text));
            Assert.Equal(scalar, vector);
        }
    }

    [Fact]
    public void Every_byte_is_judged_at_every_place_of_a_guid()
    {
        byte[] text = Encoding.ASCII.GetBytes("01234567-89ab-CDEF-0123-456789abcdef");
        for (int at = 0; at < text.Length; at++)
        {
            byte before = text[at];
            for (int value = 0; value < 256; value++)
            {
                text[at] = (byte)value;
                bool expected = at is 8 or 13 or 18 or 23 ? value == '-' : char.IsAsciiHexDigit((char)value);
                Assert.Equal(expected, GuidText.TryParse(text, out Guid vector));
                GuidText.TryParseScalar(text, out Guid scalar);
                Assert.Equal(scalar, vector);
            }
            text[at] = before;
        }
        Assert.False(GuidText.TryParse(text.AsSpan(1), out _));
        Assert.False(GuidText.TryParse([.. text, 0x20], out _));
    }

    [Fact]
    public void Decimals_are_formatted_as_the_twin_formats_them()
    {
        for (int seed = 0; seed < 100_000; seed++)
            AssertFormat(new Samples(seed).Decimal());
    }

    [Fact]
    public void Decimals_around_every_power_of_ten_are_formatted_and_parsed_alike()
    {
        decimal power = 1;
        for (int digits = 0; digits < 28; digits++, power *= 10)
        {
            foreach (decimal number in new[] { power - 1, power, power + 1, power * 3 / 2 })
            {
                for (byte scale = 0; scale <= 28; scale++)
                {
                    int[] bits = decimal.GetBits(decimal.Truncate(number));
                    AssertFormat(new decimal(bits[0], bits[1], bits[2], false, scale));
                    AssertFormat(new decimal(bits[0], bits[1], bits[2], true, scale));
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("1..2")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1e5")]
    [InlineData("1E-5")]
    [InlineData("1e99")]
    [InlineData("007.50")]
    [InlineData("-0")]
    [InlineData("-0.00")]
    [InlineData("0000000000000000")]
    [InlineData("9999999999999999")]
    [InlineData("99999999999999999")]
    [InlineData("999999999999999.9")]
    [InlineData("-123456789012345.6")]
    [InlineData("0.000000000000001")]
    [InlineData("0.00000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("٣")]
    public void Text_is_parsed_as_the_twin_parses_it(string text) => AssertParse(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Random_text_is_parsed_as_the_twin_parses_it()
    {
        int parsed = 0;
        for (int seed = 0; seed < 100_000; seed++)
        {
            var random = new Random(seed);
            byte[] text = new byte[random.Next(1, 20)];
            for (int i = 0; i < text.Length; i++)
                text[i] = "0123456789012345678901234567890123456789..-+e/:\0"u8[random.Next(48)];
            parsed += AssertParse(text) ? 1 : 0;
        }
        Assert.InRange(parsed, 20_000, 90_000);
    }

    private static void AssertFormat(decimal value)
    {
        byte[] vector = new byte[DecimalText.MaxLength];
        byte[] scalar = new byte[DecimalText.MaxLength];
        int length = DecimalText.Format(value, ref vector[0]);
        int expected = DecimalText.FormatScalar(value, ref scalar[0]);
        Assert.Equal(Encoding.ASCII.GetString(scalar, 0, expected), Encoding.ASCII.GetString(vector, 0, length));
        Assert.True(AssertParse(vector[..length]));
    }

    private static bool AssertParse(byte[] text)
    {
        bool expected = DecimalText.TryParseScalar(text, out decimal scalar);
        foreach (byte filler in "\0.9-"u8)
        {
            byte[] bytes = [.. text, .. Enumerable.Repeat(filler, 20)];
            Assert.True(expected == DecimalText.TryParse(ref bytes[0], text.Length, before: 0, bytes.Length, out decimal vector), Encoding.UTF8.GetString(text));
            Assert.Equal(decimal.GetBits(scalar), decimal.GetBits(vector));
            Assert.Equal(expected, DecimalText.TryParse(ref bytes[0], text.Length, before: 0, text.Length, out vector));
            Assert.Equal(decimal.GetBits(scalar), decimal.GetBits(vector));
            byte[] atEnd = [.. Enumerable.Repeat(filler, 20), .. text, 0];
            Assert.Equal(expected, DecimalText.TryParse(ref atEnd[20], text.Length, before: 20, text.Length, out vector));
            Assert.Equal(decimal.GetBits(scalar), decimal.GetBits(vector));
        }
        return expected;
    }
}
