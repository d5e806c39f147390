using System.Buffers;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>What readers accept, and what absent members become.</summary>
public sealed class ReaderContractTests
{
    [Fact]
    public void A_short_array_leaves_every_declared_default()
    {
        var message = Read<Defaults>(static (ref MessagePackWriter writer) => Array(ref writer, 9));
        AssertDefaults(message);
        Assert.Equal("note", message.Note);
        Assert.Equal(Environment.ProcessId, message.Maybe);
        Assert.Equal(7, message.MaybeSeven);
    }

    [Fact]
    public void Nil_is_null_where_null_is_allowed_and_absent_elsewhere()
    {
        var message = Read<Defaults>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(16);
            writer.Write(9);
            for (var i = 1; i < 16; i++)
            {
                writer.WriteNil();
            }
        });
        AssertDefaults(message);
        Assert.Null(message.Note);
        Assert.Null(message.Maybe);
        Assert.Null(message.MaybeSeven);
    }

    [Fact]
    public void Present_members_replace_defaults()
    {
        var sent = new Defaults
        {
            Number = 1,
            Five = 6,
            Text = "",
            Note = null,
            Init = [],
            Set = [9],
            Random = Guid.Empty,
            Small = Small.Last,
            Immutable = [],
            Maybe = 4,
            Field = [],
            Small2 = 0,
            MaybeSeven = null,
            Zero = 1,
            Empty = "e",
            Half = 0,
        };
        var read = MessageSerializer.Deserialize<Defaults>(MessageSerializer.SerializeToArray(sent).AsMemory());
        Assert.Equal(MessageSerializer.SerializeToArray(sent), MessageSerializer.SerializeToArray(read));
        Assert.Equal(Guid.Empty, read.Random);
        Assert.Empty(read.Init);
        Assert.Null(read.MaybeSeven);
    }

    [Fact]
    public void A_struct_keeps_what_its_constructor_sets()
    {
        var message = Read<StructDefaults>(static (ref MessagePackWriter writer) => writer.WriteArrayHeader(0));
        Assert.Equal([1], message.Kept);
        Assert.Equal("ll", message.Later);
        Assert.Equal(3, message.Three);

        message = new StructDefaults { Kept = [2], Later = "x", Three = 4 };
        Assert.Equal("x", MessageSerializer.Deserialize<StructDefaults>(MessageSerializer.SerializeToArray(message).AsMemory()).Later);
    }

    [Fact]
    public void A_generic_base_keeps_what_it_initializes()
    {
        var message = Read<GenericDefaults>(static (ref MessagePackWriter writer) => writer.WriteArrayHeader(0));
        Assert.Equal(0, message.Id);
        Assert.Equal([0], message.Parents);
        Assert.Equal(0, message.Next);

        message = new GenericDefaults { Id = 1, Parents = [2], Next = null };
        var read = MessageSerializer.Deserialize<GenericDefaults>(MessageSerializer.SerializeToArray(message).AsMemory());
        Assert.Equal(1, read.Id);
        Assert.Equal([2], read.Parents);
        Assert.Null(read.Next);
    }

    [Fact]
    public void A_constructor_counts_as_a_default()
    {
        var message = Read<Constructed>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(2);
            writer.WriteNil();
            writer.Write("there");
        });
        Assert.Equal("constructed", message.Name);
        Assert.Equal("there", message.Missing);
        AssertMissing<Constructed>("[1]", "Missing", static (ref MessagePackWriter writer) => writer.WriteArrayHeader(0));
    }

    [Fact]
    public void Parameters_have_their_defaults()
    {
        var message = Read<Parameters>(static (ref MessagePackWriter writer) => Array(ref writer, 9));
        Assert.Equal(new Parameters(9, null), message);
        AssertMissing<Parameters>("[0]", "Number", static (ref MessagePackWriter writer) => writer.WriteArrayHeader(0));
    }

    [Fact]
    public void Required_members_must_be_there()
    {
        AssertMissing<Required>("[0]", "Text", static (ref MessagePackWriter writer) => writer.WriteArrayHeader(0));
        AssertMissing<Required>("[0]", "Text", static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(1);
            writer.WriteNil();
        });
        AssertMissing<Required>("[1]", "Note", static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(1);
            writer.Write("a");
        });
        AssertMissing<Required>("[2]", "Number", static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(3);
            writer.Write("a");
            writer.WriteNil();
            writer.WriteNil();
        });
        AssertMissing<Required>("[3]", "Line", static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(3);
            writer.Write("a");
            writer.WriteNil();
            writer.Write(1);
        });
    }

    [Fact]
    public void Elements_of_a_newer_writer_are_skipped()
    {
        var message = Read<LineMessage>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(5);
            writer.Write("sku");
            writer.Write(1);
            writer.Write("2.5");
            writer.WriteMapHeader(1);
            writer.Write("new");
            writer.WriteArrayHeader(2);
            writer.Write(1.5);
            writer.WriteNil();
            writer.Write(new byte[300]);
        });
        Assert.Equal(new LineMessage("sku", 1, 2.5m), message);
    }

    [Fact]
    public void Unknown_numbers_of_enums_are_named_or_refused_or_kept()
    {
        var enums = Read<Enums>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(4);
            writer.Write(77);
            writer.Write(-1);
            writer.Write(1234);
            writer.Write(3);
        });
        Assert.Equal(Small.Unknown, enums.Small);
        Assert.Equal(Signed.MinusOne, enums.Signed);
        Assert.Equal((Open)1234, enums.Open);
        Assert.Equal(Choices.First | Choices.Second, enums.Choices);

        var signed = Assert.Throws<MessageFormatException>(() => Read<Enums>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(2);
            writer.Write(0);
            writer.Write(5);
        }));
        Assert.Equal("[1]", signed.KeyPath);
        var flags = Assert.Throws<MessageFormatException>(() => Read<Enums>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(4);
            writer.Write(0);
            writer.Write(-1);
            writer.Write(0);
            writer.Write(4);
        }));
        Assert.Equal("[3]", flags.KeyPath);
    }

    [Fact]
    public void Unknown_cases_of_unions_are_refused()
    {
        var exception = Assert.Throws<MessageFormatException>(() => Read<Unions>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(1);
            writer.WriteArrayHeader(2);
            writer.Write(9);
            writer.WriteArrayHeader(0);
        }));
        Assert.Equal("[0][0]", exception.KeyPath);
    }

    [Fact]
    public void What_is_no_case_of_a_union_is_not_written()
    {
        var message = new Unions(new BlackCard("1"), [], null);
        Assert.Contains(nameof(BlackCard), Assert.Throws<NotSupportedException>(() => MessageSerializer.SerializeToArray(message)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubled_keys_are_refused()
    {
        var exception = Assert.Throws<MessageFormatException>(() => Read<Maps>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(6);
            for (var i = 0; i < 5; i++)
            {
                writer.WriteArrayHeader(0);
            }

            writer.WriteMapHeader(2);
            writer.Write("a");
            writer.Write(1);
            writer.Write("a");
            writer.Write(2);
        }));
        Assert.StartsWith("[5]", exception.KeyPath, StringComparison.Ordinal);
    }

    /// <summary>Keys that differ may be the same to an order: most cultures ignore the soft hyphen.</summary>
    [Fact]
    public void Keys_that_an_order_takes_for_the_same_are_doubled()
    {
        const string Key = "ab";
        const string Same = "a\u00adb";
        static Maps ReadBoth() => Read<Maps>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(9);
            for (var i = 0; i < 8; i++)
            {
                writer.WriteNil();
            }

            writer.WriteMapHeader(2);
            writer.Write(Key);
            writer.WriteArrayHeader(0);
            writer.Write(Same);
            writer.WriteArrayHeader(0);
        });
        if (Comparer<string>.Default.Compare(Key, Same) == 0)
        {
            Assert.Throws<MessageFormatException>(ReadBoth);
        }
        else
        {
            Assert.Equal(2, ReadBoth().SortedDictionary.Count);
        }
    }

    [Fact]
    public void Nil_is_no_element_where_null_is_not_allowed() =>
        Assert.Throws<MessageFormatException>(() => Read<Sequences>(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(8);
            for (var i = 0; i < 7; i++)
            {
                writer.WriteNil();
            }

            writer.WriteArrayHeader(1);
            writer.WriteNil();
        }));

    [Fact]
    public void Depth_is_limited_in_both_directions()
    {
        var tree = new Tree("leaf", []);
        for (var i = 0; i < 1000; i++)
        {
            tree = new Tree("node", [], tree);
        }

        Assert.Throws<InvalidOperationException>(() => MessageSerializer.SerializeToArray(tree));
        Assert.Throws<MessageFormatException>(() => Read<Tree>(static (ref MessagePackWriter writer) =>
        {
            for (var i = 0; i < 1000; i++)
            {
                writer.WriteArrayHeader(3);
                writer.Write("node");
                writer.WriteArrayHeader(0);
            }

            writer.WriteNil();
        }));
    }

    [Fact]
    public void Contracts_nest_in_contracts()
    {
        var hidden = new Hidden(1);
        hidden.Append(new Hidden(2));
        var message = new Nesting { Embedded = new Defaults { Number = 3 }, Hidden = hidden, Many = [hidden, new Hidden(4)] };
        var read = MessageSerializer.Deserialize<Nesting>(MessageSerializer.SerializeToArray(message).AsMemory());
        Assert.Equal(3, read.Embedded!.Number);
        Assert.Equal(message.Embedded.Random, read.Embedded.Random);
        Assert.Equal((1, 2), (read.Hidden!.Secret, read.Hidden.Next!.Secret));
        Assert.Equal([1, 4], read.Many.Select(static item => item.Secret));
    }

    private delegate void Write(ref MessagePackWriter writer);

    private static void AssertDefaults(Defaults message)
    {
        Assert.Equal(9, message.Number);
        Assert.Equal(5, message.Five);
        Assert.Equal("text", message.Text);
        Assert.Equal([1, 2], message.Init);
        Assert.Equal([3], message.Set);
        Assert.NotEqual(Guid.Empty, message.Random);
        Assert.Equal(Small.Two, message.Small);
        Assert.Equal(7, Assert.Single(message.Immutable));
        Assert.Equal(["field"], message.Field);
        Assert.Equal(7, message.Small2);
        Assert.Equal(0, message.Zero);
        Assert.Equal("", message.Empty);
        Assert.Equal(0.5, message.Half);
    }

    private static void AssertMissing<T>(string keyPath, string name, Write write)
        where T : IMessage<T>
    {
        var exception = Assert.Throws<MessageFormatException>(() => Read<T>(write));
        Assert.Equal(keyPath, exception.KeyPath);
        Assert.Contains(name, exception.Expected, StringComparison.Ordinal);
        Assert.Equal(T.Contract.Identity, exception.Contract);
    }

    private static void Array(ref MessagePackWriter writer, int element)
    {
        writer.WriteArrayHeader(1);
        writer.Write(element);
    }

    private static T Read<T>(Write write)
        where T : IMessage<T>
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        write(ref writer);
        writer.Flush();
        return MessageSerializer.Deserialize<T>(bytes.WrittenMemory);
    }
}
