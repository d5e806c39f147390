using System.Buffers.Binary;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>R4's other side: a number that the member's type does not hold is refused, in whatever form it comes.</summary>
public sealed class NumberRangeTests
{
    private static readonly ContractCase Scalars = Cases.Of(nameof(Contracts.Scalars));

    [Theory]
    [InlineData(1, "-129", "128")]
    [InlineData(2, "-1", "256")]
    [InlineData(3, "-32769", "32768")]
    [InlineData(4, "-1", "65536")]
    [InlineData(5, "-2147483649", "2147483648")]
    [InlineData(6, "-1", "4294967296")]
    [InlineData(7, "-9223372036854777856", "9223372036854775808")]
    [InlineData(8, "-1", "18446744073709551616")]
    [InlineData(11, "-1", "65536")]
    [InlineData(16, "-9223372036854777856", "9223372036854775808")]
    [InlineData(17, "-1", "3652059")]
    [InlineData(18, "-1", "864000000000")]
    public void R4_an_integer_out_of_range_is_refused(int key, string below, string above)
    {
        foreach (Int128 number in new[] { Int128.Parse(below), Int128.Parse(above) })
        {
            AssertRefused(key, Float64((double)number));
            if ((float)number is var single && (Int128)single == number)
                AssertRefused(key, Float32(single));
            if (number >= 0 && number <= ulong.MaxValue)
                AssertRefused(key, Integer(0xcf, (ulong)number));
            if (number >= long.MinValue && number <= long.MaxValue)
                AssertRefused(key, Integer(0xd3, (ulong)(long)number));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    public void R4_a_float_that_is_no_whole_number_is_no_integer(int key)
    {
        foreach (double number in new[] { 0.5, -0.5, 1e-300, 1e300, -1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 4503599627370495.5 })
        {
            AssertRefused(key, Float64(number));
            AssertRefused(key, Float32((float)number is var single && float.IsInteger(single) ? 0.25f : single));
        }
    }

    private static void AssertRefused(int key, byte[] value)
    {
        byte[] payload = PayloadNode.Parse(Scalars.Write(new Scalars())).Children[key].Replace(value);
        var e = Assert.Throws<MessageFormatException>(() => Scalars.Read(payload));
        Assert.Equal("proof.scalars/v1", e.Contract);
        Assert.Equal($"[{key}]", e.KeyPath);
        Assert.Equal(PayloadNode.Parse(payload).Children[key].Start, e.Offset);
        Assert.StartsWith("the ", e.Found, StringComparison.Ordinal);
    }

    private static byte[] Integer(byte code, ulong bits)
    {
        byte[] token = [code, .. new byte[8]];
        BinaryPrimitives.WriteUInt64BigEndian(token.AsSpan(1), bits);
        return token;
    }

    private static byte[] Float64(double number) => Integer(0xcb, BitConverter.DoubleToUInt64Bits(number));

    private static byte[] Float32(float number)
    {
        byte[] token = [0xca, .. new byte[4]];
        BinaryPrimitives.WriteSingleBigEndian(token.AsSpan(1), number);
        return token;
    }
}
