using System.Text;
using Messaging.Codegen.Serialization;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Exceptions name the place in the message.</summary>
public class KeyPathTests
{
    private static readonly byte[] Id = [0xd9, 36, .. "01234567-89ab-cdef-0123-456789abcdef"u8];

    // Keys 0 to 2 of an order.
    private static readonly byte[] Start = [.. Id, 0xa2, .. "eu"u8, 0xa1, .. "7"u8];

    [Fact]
    public void A_wrong_token_deep_inside()
    {
        byte[] payload = [0x94, .. Start, 0x92, 0x91, 0xa1, (byte)'a', 0x92, 0xa1, (byte)'b', 0xa1, (byte)'c'];
        MessageFormatException e = Attempt.Refuse<Order>(payload);
        Assert.Equal("test.order/v1", e.Contract);
        Assert.Equal("[3][1][1]", e.KeyPath);
        Assert.Equal(payload.Length - 2, e.Offset);
        Assert.Equal("an integer from -2^31 to 2^31 - 1", e.Expected);
        Assert.Equal("a string of 2 bytes with its header", e.Found);
        Assert.Equal($"test.order/v1: expected an integer from -2^31 to 2^31 - 1 at [3][1][1] (byte {e.Offset}), found a string of 2 bytes with its header.", e.Message);
    }

    [Fact]
    public void The_message_itself()
    {
        Assert.Equal("", Attempt.Refuse<Order>([0xc0]).KeyPath);
        Assert.Equal("nil", Attempt.Refuse<Order>([0xc0]).Found);
        Assert.Equal("the end of the payload", Attempt.Refuse<Order>([]).Found);
    }

    [Fact]
    public void A_missing_required_member_that_is_nil()
    {
        MessageFormatException e = Attempt.Refuse<Order>([0x92, .. Id, 0xc0]);
        Assert.Equal(("[1]", 39, "the required member Region", "nil"), (e.KeyPath, e.Offset, e.Expected, e.Found));

        e = Attempt.Refuse<Order>([0x94, .. Start, 0x92, 0x91, 0xa1, (byte)'a', 0x91, 0xc0]);
        Assert.Equal(("[3][1][0]", "the required member Sku"), (e.KeyPath, e.Expected));
    }

    [Fact]
    public void A_missing_required_member_behind_a_short_array()
    {
        MessageFormatException e = Attempt.Refuse<Order>([0x91, .. Id]);
        Assert.Equal(("[1]", 39, "the required member Region", "a shorter array"), (e.KeyPath, e.Offset, e.Expected, e.Found));

        e = Attempt.Refuse<Order>([0x90]);
        Assert.Equal(("[0]", "the required member Id"), (e.KeyPath, e.Expected));

        e = Attempt.Refuse<Order>([0x94, .. Start, 0x92, 0x91, 0xa1, (byte)'a', 0x90]);
        Assert.Equal(("[3][1][0]", "the required member Sku"), (e.KeyPath, e.Expected));
    }

    [Fact]
    public void A_nil_before_the_missing_member_is_not_taken_for_it()
    {
        var reader = new PackReader([0x91, 0x92, 0x01, 0xc0], "test");
        reader.ReadArrayHeader();
        reader.ReadArrayHeader();
        reader.ReadInt32();
        Assert.True(reader.TryReadNil());
        MessageFormatException e = reader.MissingMember(2, "Name");
        Assert.Equal(("[0][2]", 4, "a shorter array"), (e.KeyPath, e.Offset, e.Found));
    }

    [Fact]
    public void A_member_that_is_missed_directly_after_the_header()
    {
        var reader = new PackReader([0x92, 0x01, 0x91, 0x05], "test");
        reader.ReadArrayHeader();
        reader.ReadInt32();
        Assert.Equal(1, reader.ReadArrayHeader());
        Assert.Equal("[1][3]", reader.MissingMember(3, "Name").KeyPath);
    }

    [Fact]
    public void An_unknown_union_tag_and_an_unknown_enum_number()
    {
        MessageFormatException e = Attempt.Refuse<Order>([0x97, .. Start, 0xc0, 0xc0, 0x00, 0x92, 0x07, 0x90]);
        Assert.Equal(("[6][0]", "a known case of the union Payment", "the tag 7"), (e.KeyPath, e.Expected, e.Found));

        e = Attempt.Refuse<Order>([0x96, .. Start, 0xc0, 0xc0, 0x2a]);
        Assert.Equal(("[5]", "a known value of the enum OrderState", "the integer 42"), (e.KeyPath, e.Expected, e.Found));

        e = Attempt.Refuse<Order>([0x97, .. Start, 0xc0, 0xc0, 0x00, 0x93, 0x00, 0x90, 0x00]);
        Assert.Equal(("[6]", "an array of 3 elements"), (e.KeyPath, e.Found));
    }

    [Fact]
    public void Places_in_maps()
    {
        byte[] head = [0x98, .. Start, 0xc0, 0xc0, 0x00, 0xc0];
        Assert.Equal("[7][\"eu\"]", Attempt.Refuse<Order>([.. head, 0x82, 0xa1, (byte)'a', 1, 0xa2, .. "eu"u8, 0xc2]).KeyPath);
        Assert.Equal("[7]{1}", Attempt.Refuse<Order>([.. head, 0x82, 0xa1, (byte)'a', 1, 0xc2, 1]).KeyPath);

        MessageFormatException e = Attempt.Refuse<Order>([.. head, 0x82, 0xa1, (byte)'a', 1, 0xa1, (byte)'a', 2]);
        Assert.Equal(("[7]{1}", "a key that the map does not have yet"), (e.KeyPath, e.Expected));

        byte[] name = [0xd9, 100, .. Encoding.UTF8.GetBytes(new string('x', 100))];
        Assert.Equal($"[7][\"{new string('x', 32)}…\"]", Attempt.Refuse<Order>([.. head, 0x81, .. name, 0xc2]).KeyPath);

        byte[] links = [0x99, .. Start, 0xc0, 0xc0, 0x00, 0xc0, 0xc0];
        Assert.Equal("[8][300][0]", Attempt.Refuse<Order>([.. links, 0x81, 0xcd, 1, 44, 0x91, 0xd9, 36, .. "01234567-89ab-cdef-0123-456789abcdeg"u8]).KeyPath);
        e = Attempt.Refuse<Order>([.. links, 0x82, 0x05, 0x90, 0xcc, 0x05, 0x90]);
        Assert.Equal(("[8]{1}", "the integer 5"), (e.KeyPath, e.Found));
    }

    [Fact]
    public void A_payload_that_breaks_off_names_what_should_follow()
    {
        MessageFormatException e = Attempt.Refuse<Order>([0x94, .. Start, 0x92, 0x91, 0xa2, .. "ab"u8]);
        Assert.Equal(("[3][1]", "an array", "the end of the payload"), (e.KeyPath, e.Expected, e.Found));

        e = Attempt.Refuse<Order>([0x94, .. Start, 0x92, 0x91, 0xa1, (byte)'a']);
        Assert.Equal(("[3]", "an array that fits into the payload", "a count of 2 with 3 bytes left"), (e.KeyPath, e.Expected, e.Found));

        e = Attempt.Refuse<Order>([0x92, .. Id, 0xa5, (byte)'e']);
        Assert.Equal(("[1]", "a string", "the end of the payload"), (e.KeyPath, e.Expected, e.Found));
    }

    [Theory]
    [InlineData("c2", "false")]
    [InlineData("c0", "nil")]
    [InlineData("ca3f000000", "the float 0.5")]
    [InlineData("cbbfe0000000000000", "the float -0.5")]
    [InlineData("cfffffffffffffffff", "the integer 18446744073709551615")]
    [InlineData("d3ffffffff00000000", "the integer -4294967296")]
    [InlineData("c403010203", "binary data of 5 bytes with its header")]
    [InlineData("d6ff00000000", "an extension of 6 bytes with its header")]
    [InlineData("8101c0", "a map of 1 pairs")]
    [InlineData("93010203", "an array of 3 elements")]
    [InlineData("d9", "a string (0xd9), not complete")]
    [InlineData("c1", "the byte 0xc1, which the format never uses (0xc1), not complete")]
    public void Tokens_in_words(string payload, string expected)
    {
        byte[] bytes = Convert.FromHexString(payload);
        Assert.Equal(expected, TokenText.Describe(bytes));
    }
}
