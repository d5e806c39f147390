using Messaging.Codegen.Serialization;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>The reader token by token: which forms it takes for a value, and which it refuses.</summary>
public class PackReaderTests
{
    [Theory]
    [InlineData("7f", 127)]
    [InlineData("e0", -32)]
    [InlineData("cc80", 128)]
    [InlineData("cd0001", 1)]
    [InlineData("ce7fffffff", int.MaxValue)]
    [InlineData("cf0000000000000005", 5)]
    [InlineData("d080", -128)]
    [InlineData("d1ffff", -1)]
    [InlineData("d280000000", int.MinValue)]
    [InlineData("d3ffffffffffffffff", -1)]
    [InlineData("ca40400000", 3)]
    [InlineData("cb41dfffffffc00000", int.MaxValue)]
    [InlineData("cb8000000000000000", 0)] // -0.0
    public void Integers_are_taken_in_every_form(string payload, int expected)
    {
        byte[] bytes = Convert.FromHexString(payload);
        Assert.Equal(expected, Attempt.Value(bytes, static (ref r) => r.ReadInt32()));
        Assert.Equal(expected, Attempt.Value(bytes, static (ref r) => r.ReadInt64()));
        Assert.Equal(expected, Attempt.Value(bytes, static (ref r) => r.ReadDouble()));
    }

    [Theory]
    [InlineData("ce80000000")]
    [InlineData("d37fffffffffffffff")]
    [InlineData("cfffffffffffffffff")]
    [InlineData("ca3fc00000")] // 1.5
    [InlineData("ca7fc00000")] // not a number
    [InlineData("cb7ff0000000000000")] // infinity
    [InlineData("cb41e0000000000000")] // 2^31
    [InlineData("c0")]
    [InlineData("c3")]
    [InlineData("a131")]
    [InlineData("90")]
    [InlineData("")]
    [InlineData("d2")]
    [InlineData("cb41e0")]
    public void What_is_no_32_bit_integer_is_refused(string payload) =>
        Attempt.RefuseValue(Convert.FromHexString(payload), static (ref r) => r.ReadInt32());

    [Fact]
    public void Each_width_refuses_what_is_one_beyond()
    {
        Attempt.RefuseValue([0xd1, 0xff, 0x7f], static (ref r) => r.ReadSByte());
        Attempt.RefuseValue([0xcc, 0x80], static (ref r) => r.ReadSByte());
        Attempt.RefuseValue([0xcd, 0x01, 0x00], static (ref r) => r.ReadByte());
        Attempt.RefuseValue([0xff], static (ref r) => r.ReadByte());
        Attempt.RefuseValue([0xcd, 0x80, 0x00], static (ref r) => r.ReadInt16());
        Attempt.RefuseValue([0xce, 0, 1, 0, 0], static (ref r) => r.ReadUInt16());
        Attempt.RefuseValue([0xff], static (ref r) => r.ReadUInt16());
        Attempt.RefuseValue([0xcf, 0, 0, 0, 1, 0, 0, 0, 0], static (ref r) => r.ReadUInt32());
        Attempt.RefuseValue([0xcf, 0x80, 0, 0, 0, 0, 0, 0, 0], static (ref r) => r.ReadInt64());
        Attempt.RefuseValue([0xff], static (ref r) => r.ReadUInt64());
        Attempt.RefuseValue([0xcb, 0x43, 0xf0, 0, 0, 0, 0, 0, 0], static (ref r) => r.ReadUInt64()); // 2^64
        Attempt.RefuseValue([0xff], static (ref r) => r.ReadDateOnly());
        Attempt.RefuseValue([0xd3, 0, 0, 0, 0xc9, 0x2a, 0x69, 0xc0, 0], static (ref r) => r.ReadTimeOnly()); // 24:00
    }

    [Fact]
    public void The_largest_numbers_survive()
    {
        byte[] largest = [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        Assert.Equal(ulong.MaxValue, Attempt.Value(largest, static (ref r) => r.ReadUInt64()));
        Assert.Equal(ulong.MaxValue, Attempt.Value(largest, static (ref r) => r.ReadDouble()));
        Assert.Equal(ulong.MaxValue, Attempt.Value(largest, static (ref r) => r.ReadSingle()));
        Assert.Equal(1UL << 63, Attempt.Value([0xcb, 0x43, 0xe0, 0, 0, 0, 0, 0, 0], static (ref r) => r.ReadUInt64()));
        Assert.Equal(long.MinValue, Attempt.Value([0xcb, 0xc3, 0xe0, 0, 0, 0, 0, 0, 0], static (ref r) => r.ReadInt64()));
    }

    [Fact]
    public void Binary_data_is_taken_from_three_kinds_of_token()
    {
        byte[][] payloads = [[0xc4, 2, 1, 200], [0xc6, 0, 0, 0, 2, 1, 200], [0xa2, 1, 200], [0xd9, 2, 1, 200], [0x92, 1, 0xcc, 200]];
        foreach (byte[] payload in payloads)
        {
            Assert.Equal([1, 200], Attempt.Value(payload, static (ref r) => r.ReadBinary()));
            Assert.Equal([1, 200], Attempt.Value(payload, static (ref r) => r.ReadByteList()));
        }
        Attempt.RefuseValue([0xc0], static (ref r) => r.ReadBinary());
        Attempt.RefuseValue([0x92, 1, 0xcd, 1, 0], static (ref r) => r.ReadBinary());
        Attempt.RefuseValue([0xc4, 3, 1, 2], static (ref r) => r.ReadBinarySpan().Length);
    }

    [Fact]
    public void Nil_is_a_value_only_where_it_is_asked_for()
    {
        var reader = new PackReader([0xc0, 0xc0, 0x90, 0x05], "test");
        Assert.False(reader.TryReadValue());
        Assert.Equal(-1, reader.ReadArrayHeaderOrNil());
        Assert.Equal(0, reader.ReadArrayHeaderOrNil());
        Assert.True(reader.TryReadValue());
        Assert.False(reader.TryReadNil());
        Assert.Equal(3, reader.Offset);
        Assert.Equal(5, reader.ReadInt32());
        Assert.True(reader.End);
        Assert.True(reader.TryReadValue());
    }

    [Fact]
    public void Headers_are_held_against_what_is_left()
    {
        Assert.Equal(1, Attempt.Value([0x81, 0, 0], static (ref r) => { int n = r.ReadMapHeader(); r.SkipMembers(2); return n; }));
        Attempt.RefuseValue([0x81, 0], static (ref r) => r.ReadMapHeader());
        Attempt.RefuseValue([0x82, 0, 0, 0, 0], static (ref r) => r.ReadMapCollectionHeader(3));
        Attempt.RefuseValue([0x92, 0], static (ref r) => r.ReadArrayHeader());
        Attempt.RefuseValue([0x92, 0, 0, 0], static (ref r) => r.ReadCollectionHeader(2));
        Attempt.RefuseValue([0xdd, 0x80, 0, 0, 0, 0, 0, 0], static (ref r) => r.ReadArrayHeader());
        Attempt.RefuseValue([0xdd, 0xff, 0xff, 0xff, 0xff, 0, 0, 0], static (ref r) => r.ReadCollectionHeader(int.MaxValue));
    }

    [Fact]
    public void An_array_of_another_length_is_refused_where_it_stands()
    {
        MessageFormatException e = Attempt.RefuseValue([0x91, 0x93, 1, 2, 3], static (ref r) =>
        {
            r.ReadArrayHeader();
            r.ReadArrayHeader(2, "a pair");
            return 0;
        });
        Assert.Equal(("[0]", 1, "a pair", "an array of 3 elements"), (e.KeyPath, e.Offset, e.Expected, e.Found));
    }

    [Fact]
    public void Timestamps_are_taken_in_every_header_and_refused_beyond_the_calendar()
    {
        DateTime second = DateTime.UnixEpoch.AddSeconds(1);
        Assert.Equal(second, Attempt.Value([0xd6, 0xff, 0, 0, 0, 1], static (ref r) => r.ReadDateTime()));
        Assert.Equal(second, Attempt.Value([0xc7, 4, 0xff, 0, 0, 0, 1], static (ref r) => r.ReadDateTime()));
        Assert.Equal(second, Attempt.Value([0xc8, 0, 8, 0xff, 0, 0, 0, 0, 0, 0, 0, 1], static (ref r) => r.ReadDateTime()));
        Assert.Equal(second, Attempt.Value([0xc9, 0, 0, 0, 12, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], static (ref r) => r.ReadDateTime()));
        Assert.Equal(DateTimeKind.Utc, Attempt.Value([0xd6, 0xff, 0, 0, 0, 1], static (ref r) => r.ReadDateTime()).Kind);
        Attempt.RefuseValue([0xd6, 0xfe, 0, 0, 0, 1], static (ref r) => r.ReadDateTime());
        Attempt.RefuseValue([0xd5, 0xff, 0, 1], static (ref r) => r.ReadDateTime());
        Attempt.RefuseValue([0xc7, 12, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], static (ref r) => r.ReadDateTime());
        Attempt.RefuseValue([0xc7, 12, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xf1, 0x88, 0x6e, 0x08, 0xff], static (ref r) => r.ReadDateTime()); // the second before year 1
    }

    [Fact]
    public void Offsets_beyond_14_hours_and_times_before_year_1_are_refused()
    {
        byte[] epoch = [0x92, 0xd6, 0xff, 0, 0, 0, 0];
        Assert.Equal(TimeSpan.FromHours(14), Attempt.Value([.. epoch, 0xcd, 0x03, 0x48], static (ref r) => r.ReadDateTimeOffset()).Offset);
        Attempt.RefuseValue([.. epoch, 0xcd, 0x03, 0x49], static (ref r) => r.ReadDateTimeOffset());
        Attempt.RefuseValue([0x91, 0xd6, 0xff, 0, 0, 0, 0], static (ref r) => r.ReadDateTimeOffset());
        byte[] first = [0x92, 0xc7, 12, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xf1, 0x88, 0x6e, 0x09, 0x00];
        Assert.Equal(DateTimeOffset.MinValue, Attempt.Value([.. first, 0], static (ref r) => r.ReadDateTimeOffset()));
        Attempt.RefuseValue([.. first, 1], static (ref r) => r.ReadDateTimeOffset());
    }

    [Fact]
    public void Invalid_text_is_replaced_as_the_oracle_replaces_it()
    {
        byte[] payload = [0xa6, (byte)'a', 0xff, 0xc3, (byte)'b', 0xe2, 0x82];
        Assert.Equal(Oracle.Read<string>(payload), Attempt.Value(payload, static (ref r) => r.ReadString()));
        Assert.Equal("a\ufffd\ufffdb\ufffd", Attempt.Value(payload, static (ref r) => r.ReadString()));
    }
}
