using System.Numerics;
using System.Text;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>The reader token by token, for the types beyond the primitive ones.</summary>
public class WideReaderTests
{
    [Theory]
    [InlineData("05", "5")]
    [InlineData("ff", "-1")]
    [InlineData("cfffffffffffffffff", "18446744073709551615")]
    [InlineData("d38000000000000000", "-9223372036854775808")]
    [InlineData("cb43f0000000000000", "18446744073709551616", false)] // 2^64 as a float is no integer of the format
    [InlineData("c41001000000000000000000000000000000", "1")]
    [InlineData("c5001001000000000000000000000000000000", "1")]
    [InlineData("c410ffffffffffffffffffffffffffffffff", "-1")]
    [InlineData("c40f010000000000000000000000000000", "", false)]
    [InlineData("c411010000000000000000000000000000000000", "", false)]
    [InlineData("c3", "", false)]
    [InlineData("c0", "", false)]
    public void Integers_of_128_bits_are_16_bytes_or_any_integer(string payload, string expected, bool isTaken = true)
    {
        byte[] bytes = Convert.FromHexString(payload);
        if (isTaken)
            Assert.Equal(Int128.Parse(expected), Attempt.Value(bytes, static (ref r) => r.ReadInt128()));
        else
            Assert.Equal(0, Attempt.RefuseValue(bytes, static (ref r) => r.ReadInt128()).Offset);
    }

    [Fact]
    public void An_unsigned_integer_of_128_bits_is_not_negative()
    {
        Assert.Equal(0, Attempt.RefuseValue([0xff], static (ref r) => r.ReadUInt128()).Offset);
        Assert.Equal(UInt128.MaxValue, Attempt.Value([0xc4, 16, .. Enumerable.Repeat((byte)0xff, 16)], static (ref r) => r.ReadUInt128()));
        Assert.Equal(ulong.MaxValue, Attempt.Value([0xcf, .. Enumerable.Repeat((byte)0xff, 8)], static (ref r) => r.ReadUInt128()));
    }

    [Theory]
    [InlineData("c400", "0")]
    [InlineData("c401ff", "-1")]
    [InlineData("c402ff00", "255")]
    [InlineData("c409000000000000000001", "18446744073709551616")]
    [InlineData("d1ff00", "-256")]
    [InlineData("cfffffffffffffffff", "18446744073709551615")]
    [InlineData("a0", "0")] // raw bytes of writers from before the format had them
    public void Integers_of_any_size_are_bytes_or_any_integer(string payload, string expected) =>
        Assert.Equal(BigInteger.Parse(expected), Attempt.Value(Convert.FromHexString(payload), static (ref r) => r.ReadBigInteger()));

    [Theory]
    [InlineData(0xd800)]
    [InlineData(0xdfff)]
    [InlineData(0x110000)]
    [InlineData(-1)]
    public void Numbers_that_are_no_scalar_values_are_no_runes(int number)
    {
        byte[] bytes = [0xd2, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
        Assert.Equal(0, Attempt.RefuseValue(bytes, static (ref r) => r.ReadRune()).Offset);
    }

    [Fact]
    public void Halves_come_from_any_number()
    {
        Assert.Equal((Half)3, Attempt.Value([0x03], static (ref r) => r.ReadHalf()));
        Assert.Equal((Half)1.5, Attempt.Value([0xcb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], static (ref r) => r.ReadHalf()));
        Assert.Equal(Half.PositiveInfinity, Attempt.Value([0xcd, 0xff, 0xff], static (ref r) => r.ReadHalf()));
    }

    [Theory]
    [InlineData("1.2", true)]
    [InlineData("1.2.3.4", true)]
    [InlineData("1", false)]
    [InlineData("", false)]
    [InlineData("1.2.3.4.5", false)]
    [InlineData("1.-2", false)]
    [InlineData("99999999999.1", false)]
    public void Versions_have_two_to_four_numbers(string text, bool isTaken)
    {
        byte[] bytes = [(byte)(0xa0 | text.Length), .. Encoding.ASCII.GetBytes(text)];
        if (isTaken)
            Assert.Equal(text, Attempt.Value(bytes, static (ref r) => r.ReadVersion()).ToString());
        else
            Assert.Equal(0, Attempt.RefuseValue(bytes, static (ref r) => r.ReadVersion()).Offset);
    }

    [Fact]
    public void Text_that_is_no_address_is_refused()
    {
        byte[] bytes = [0xa8, .. "http://["u8];
        Assert.Equal(0, Attempt.RefuseValue(bytes, static (ref r) => r.ReadUri()).Offset);
    }

    [Theory]
    [InlineData("930202940102" + "0304", 4)]
    [InlineData("93000590", 0)]
    [InlineData("930500" + "90", 0)]
    [InlineData("9300ce7fffffc790", 0)]
    [InlineData("93ce7fffffc70090", 0)]
    public void Grids_have_as_many_elements_as_their_lengths_say(string payload, int expected)
    {
        byte[] bytes = Convert.FromHexString(payload);
        Assert.Equal(expected, new PackReader(bytes, "test").ReadGridHeader(stackalloc int[2], 1));
    }

    [Theory]
    [InlineData("930202930102" + "03")] // 3 elements for 2 x 2
    [InlineData("9302029501020304" + "05")] // 5 elements
    [InlineData("93000591" + "01")] // 1 element for 0 x 5
    [InlineData("93ff0090")] // a negative length
    [InlineData("93ce00010000ce0001000090")] // 2^16 x 2^16, whose product wraps to 0
    [InlineData("9300ce7fffffff90")] // a length that no array has
    [InlineData("93ce7fffffc80090")]
    [InlineData("92009001")] // one length
    [InlineData("940202020202")] // three lengths
    [InlineData("930202dd7fffffff")] // a count that the payload cannot hold
    public void Grids_of_other_numbers_of_elements_are_refused(string payload)
    {
        byte[] bytes = Convert.FromHexString(payload);
        Assert.Throws<MessageFormatException>(() => new PackReader(bytes, "test").ReadGridHeader(stackalloc int[2], 1));
    }

    [Theory]
    [InlineData("9193ce7fffffc70090", 0x7fffffc7, 0)] // Array.MaxLength
    [InlineData("919300ce7fffffc790", 0, 0x7fffffc7)]
    public void Empty_grids_keep_their_lengths_and_take_no_time(string payload, int rows, int columns)
    {
        int[,] grid = MessageSerializer.Deserialize<Tests.Contracts.Grids>(Convert.FromHexString(payload)).Two;
        Assert.Equal((rows, columns), (grid.GetLength(0), grid.GetLength(1)));
    }

    [Fact]
    public void A_zero_does_not_hide_lengths_that_no_array_has() =>
        Assert.Throws<MessageFormatException>(
            () => new PackReader(Convert.FromHexString("94ce7fffffffce7fffffff0090"), "test").ReadGridHeader(stackalloc int[3], 1));
}
