using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.ReaderContract;

/// <summary>R5 and R6: numbers of enums and tags of unions that a newer writer has added.</summary>
public sealed class UnknownRuleTests
{
    private static readonly ContractCase EnumsCase = Cases.Of(nameof(Enums));
    private static readonly ContractCase UnionsCase = Cases.Of(nameof(Unions));

    [Theory]
    [InlineData(0, 77, nameof(ByteEnum))]
    [InlineData(1, 5, nameof(SByteEnum))]
    [InlineData(2, 5, nameof(Int16Enum))]
    [InlineData(3, 5, nameof(UInt16Enum))]
    [InlineData(4, 5, nameof(Int32Enum))]
    [InlineData(5, 5, nameof(UInt32Enum))]
    [InlineData(6, 5, nameof(Int64Enum))]
    [InlineData(7, 5, nameof(UInt64Enum))]
    [InlineData(10, 4, nameof(Flags))]
    [InlineData(10, 7, nameof(Flags))]
    [InlineData(11, 5, nameof(Int32Enum))]
    public void R5_an_unknown_number_is_refused(int key, byte number, string @enum)
    {
        foreach (byte[] form in new byte[][] { [number], [0xcc, number], [0xd1, 0, number], [0xcb, .. BitConverter.GetBytes((double)number).Reverse()] })
        {
            var e = Assert.Throws<MessageFormatException>(() => EnumsCase.Read(EnumsWith(key, form)));
            Assert.Equal("proof.enums/v1", e.Contract);
            Assert.Equal($"[{key}]", e.KeyPath);
            Assert.Equal($"a known value of the enum Messaging.Codegen.Contracts.{@enum}", e.Expected);
            Assert.Equal($"the integer {number}", e.Found);
        }
    }

    [Fact]
    public void R5_an_unknown_number_is_the_unknown_value_where_the_enum_has_one()
    {
        Assert.Equal(Mapped.Unknown, Read(8, [0x09]).Mapped);
        Assert.Equal(Mapped.Known, Read(8, [0x07]).Mapped);
        Assert.Equal([Mapped.Unknown, Mapped.Known, Mapped.Unknown], Read(12, [0x93, 0x01, 0x07, 0xd1, 0xff, 0x00]).List!);
    }

    [Fact]
    public void R5_an_unknown_number_of_an_open_enum_is_kept()
    {
        Assert.Equal((Open)(-32768), Read(9, [0xd1, 0x80, 0x00]).Open);
        Assert.Equal([(Open)1000], Read(14, [0x81, 0xcd, 0x03, 0xe8, 0x01]).Map!.Keys);
        // But not one that its type does not hold.
        Assert.Equal("[9]", Assert.Throws<MessageFormatException>(() => Read(9, [0xcd, 0x80, 0x00])).KeyPath);
    }

    [Fact]
    public void R5_flags_are_known_when_each_of_them_is()
    {
        Assert.Equal(Flags.First | Flags.Second, Read(10, [0x03]).Flags);
        Assert.Equal(Flags.Top | Flags.First, Read(10, [0xcf, 0x80, 0, 0, 0, 0, 0, 0, 1]).Flags);
    }

    [Theory]
    [InlineData("92 02 90", "2")]
    [InlineData("92 cd 01 2d 91 c0", "301")]
    [InlineData("92 ff 90", "-1")]
    [InlineData("92 cb 40 00 00 00 00 00 00 00 90", "2")]
    public void R6_an_unknown_tag_is_refused(string union, string tag)
    {
        foreach ((byte[] payload, string path) in UnionsWith(union))
        {
            var e = Assert.Throws<MessageFormatException>(() => UnionsCase.Read(payload));
            Assert.Equal("proof.unions/v1", e.Contract);
            Assert.Equal(path + "[0]", e.KeyPath);
            Assert.Equal($"a known case of the union {typeof(IPayment)}", e.Expected);
            Assert.Equal($"the tag {tag}", e.Found);
        }
    }

    [Theory]
    [InlineData("90")]
    [InlineData("91 00")]
    [InlineData("93 00 90 c0")]
    [InlineData("92 a1 61 90")]
    [InlineData("92 cb 3f e0 00 00 00 00 00 00 90")]
    [InlineData("92 00 c0")]
    [InlineData("92 c0 90")]
    [InlineData("82 00 90 01 90")]
    [InlineData("01")]
    public void R6_what_is_no_tag_and_body_is_refused(string union)
    {
        foreach ((byte[] payload, string path) in UnionsWith(union))
            Assert.StartsWith(path, Assert.Throws<MessageFormatException>(() => UnionsCase.Read(payload)).KeyPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("92 cd 00 00 91 a1 78")]
    [InlineData("dc 00 02 00 92 a1 78 c3")]
    [InlineData("dd 00 00 00 02 d3 00 00 00 00 00 00 00 00 91 a1 78")]
    [InlineData("92 cb 00 00 00 00 00 00 00 00 91 a1 78")]
    public void R6_a_known_tag_is_known_in_every_form(string union)
    {
        foreach ((byte[] payload, _) in UnionsWith(union))
        {
            var unions = (Unions)UnionsCase.Read(payload);
            Assert.Equal(new Card("x"), unions.Payment ?? Assert.Single(unions.Payments!));
        }
    }

    private static Enums Read(int key, byte[] value) => (Enums)EnumsCase.Read(EnumsWith(key, value));

    private static byte[] EnumsWith(int key, byte[] value) => PayloadNode.Parse(EnumsCase.Write(new Enums())).Children[key].Replace(value);

    /// <summary>The union as a member and as an element of a list.</summary>
    private static IEnumerable<(byte[] Payload, string Path)> UnionsWith(string hex)
    {
        byte[] union = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        yield return ([0x93, .. union, 0xc0, 0xc0], "[0]");
        yield return ([0x93, 0xc0, 0x91, .. union, 0xc0], "[1][0]");
    }
}
