using System.Buffers;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>The reader contract where members have names.</summary>
public sealed class NamedReaderTests
{
    private static readonly (string Name, object? Value)[] Complete = [("required", "r"), ("number", 7), ("note", "n")];

    [Fact]
    public void Names_come_in_any_order()
    {
        var read = Read([("note", "n"), ("five", 6), ("number", 7), ("text", "t"), ("required", "r")]);
        Assert.Equal(("r", 7, "n", 6, "t"), (read.Required, read.Number, read.Note, read.Five, read.Text));
    }

    [Fact]
    public void Names_that_nobody_knows_are_skipped()
    {
        object[] values = [1, "text", new object[] { 1, new Dictionary<string, object> { ["five"] = 9 } }, new byte[300]];
        foreach (var value in values)
        {
            Assert.Equal(5, Read([("fivE", value), .. Complete, ("newer", value)]).Five);
        }
    }

    [Fact]
    public void Members_that_do_not_come_have_their_declared_defaults()
    {
        var read = Read(Complete);
        Assert.Equal((5, "text", "maybe"), (read.Five, read.Text, read.Maybe));
        Assert.Empty(read.List);
        Assert.Equal([1, 2], read.Kept);
        Assert.NotEqual(Guid.Empty, read.Random);
        Assert.Equal(Environment.ProcessId, read.Process);
        Assert.Null(read.Place);
    }

    [Fact]
    public void Nil_stands_for_an_absent_member_unless_the_member_may_be_null()
    {
        var read = Read([.. Complete, ("five", null), ("text", null), ("maybe", null), ("list", null), ("kept", null), ("random", null), ("process", null)]);
        Assert.Equal((5, "text", null), (read.Five, read.Text, read.Maybe));
        Assert.Empty(read.List);
        Assert.Equal([1, 2], read.Kept);
        Assert.NotEqual(Guid.Empty, read.Random);
        Assert.Null(read.Process);
        Assert.Null(Read([("required", "r"), ("number", 7), ("note", null)]).Note);
    }

    [Theory]
    [InlineData("required")]
    [InlineData("number")]
    [InlineData("note")]
    public void A_required_member_that_does_not_come_is_named(string name)
    {
        var exception = Refuse(Pack([.. Complete.Where(member => member.Name != name)]));
        Assert.Equal(("test.named-defaults/v1", $"[\"{name}\"]", "a map without it"), (exception.Contract, exception.KeyPath, exception.Found));
        Assert.StartsWith("the required member ", exception.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_member_that_is_nil_is_named()
    {
        var exception = Refuse(Pack([("required", "r"), ("number", null), ("note", "n")]));
        Assert.Equal(("[\"number\"]", "nil", "the required member Number"), (exception.KeyPath, exception.Found, exception.Expected));
        Assert.Equal(0xc0, Pack([("required", "r"), ("number", null), ("note", "n")])[exception.Offset]);
    }

    [Fact]
    public void A_wrong_value_is_named_with_its_path()
    {
        Assert.Equal("[\"number\"]", Refuse(Pack([("number", "seven")])).KeyPath);
        var place = new Dictionary<string, object> { ["zip"] = 1, ["people"] = new object[] { new Dictionary<string, object> { ["Age"] = "old" } } };
        Assert.Equal("[\"place\"][\"people\"][0][\"Age\"]", Refuse(Pack([.. Complete, ("place", place)])).KeyPath);
        var missing = Refuse(Pack([.. Complete, ("place", new Dictionary<string, object> { ["city"] = "x" })]));
        Assert.Equal(("[\"place\"][\"zip\"]", "the required member Zip"), (missing.KeyPath, missing.Expected));
    }

    [Fact]
    public void A_name_that_comes_twice_is_refused()
    {
        var exception = Refuse(Pack([.. Complete, ("number", 8)]));
        Assert.Equal("a key that the map does not have yet", exception.Expected);
        Refuse(Pack([.. Complete, ("five", null), ("five", 1)]));
    }

    [Theory]
    [InlineData("8101c0")]
    [InlineData("81c0c0")]
    [InlineData("81c40161c0")]
    [InlineData("8190c0")]
    public void A_key_that_is_no_string_is_refused(string payload) =>
        Assert.Equal("a member's name: a string", Refuse(Convert.FromHexString(payload)).Expected);

    [Theory]
    [InlineData("93a172070f")]
    [InlineData("c0")]
    [InlineData("a161")]
    public void Anything_but_a_map_is_refused(string payload) => Assert.Equal("a map", Refuse(Convert.FromHexString(payload)).Expected);

    [Fact]
    public void Headers_may_be_wider_than_necessary()
    {
        byte[] payload =
        [
            0xdf, 0, 0, 0, 3,
            0xd9, 8, .. "required"u8, 0xdb, 0, 0, 0, 1, (byte)'r',
            0xda, 0, 6, .. "number"u8, 0xcd, 0, 7,
            0xdb, 0, 0, 0, 4, .. "note"u8, 0xc0,
        ];
        var read = MessageSerializer.Deserialize<NamedDefaults>(payload.AsMemory());
        Assert.Equal(("r", 7, null), (read.Required, read.Number, read.Note));
    }

    [Fact]
    public void A_map_may_come_in_pieces()
    {
        var expected = new Samples(3).Named();
        var payload = MessageSerializer.SerializeToArray(expected);
        for (var cut = 1; cut < payload.Length; cut++)
        {
            var first = new Piece(payload.AsMemory(0, cut));
            var sequence = new ReadOnlySequence<byte>(first, 0, first.Append(payload.AsMemory(cut)), payload.Length - cut);
            Assert.Equal(payload, MessageSerializer.SerializeToArray(MessageSerializer.Deserialize<Named>(sequence)));
        }
    }

    private static NamedDefaults Read((string Name, object? Value)[] members) => MessageSerializer.Deserialize<NamedDefaults>(Pack(members).AsMemory());

    private static MessageFormatException Refuse(byte[] payload) =>
        Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<NamedDefaults>(payload.AsMemory()));

    /// <summary>A map with these pairs, in this order, also when a name is there twice.</summary>
    private static byte[] Pack((string Name, object? Value)[] members)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        writer.WriteMapHeader(members.Length);
        foreach (var (name, value) in members)
        {
            writer.Write(name);
            MessagePackSerializer.Serialize(ref writer, value);
        }

        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory)
        {
            Memory = memory;
        }

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
