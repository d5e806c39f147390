using System.Buffers;
using MessagePack;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Reading over an earlier message: the same result as reading anew, and nothing allocated for what is the same.</summary>
public sealed class ReuseTests
{
    private const int Rounds = 300;

    [Fact]
    public void Classes() => Prove(static samples => samples.Reused());

    [Fact]
    public void Structs() => Prove(static samples => samples.ReusedStruct());

    [Fact]
    public void Maps() => Prove(static samples => samples.ReusedMap());

    [Fact]
    public void Recursion() => Prove(static samples => samples.ReusedTree(3));

    [Fact]
    public void Unions() => Prove(static samples => samples.ReusedUnion(3), canBeShort: false);

    [Fact]
    public void The_same_message_again_allocates_nothing()
    {
        Assert.Equal(0, Measure(Full()));
        Assert.Equal(0, Measure(new Samples(2).ReusedMap()));
        Assert.Equal(0, Measure(new Samples(5).ReusedTree(3)));
        Assert.Equal(0, Measure<ReusedUnion>(new ReusedRight([new ReusedLeft("größer"), new ReusedRight([])])));
        Assert.Equal(0, Measure(new Samples(1).ReusedStruct()));
    }

    [Fact]
    public void What_is_there_is_kept()
    {
        var message = MessageSerializer.Deserialize<Reused>(MessageSerializer.SerializeToArray(Full()).AsMemory());
        var (self, lines, first, numbers, map, payment) = (message, message.Lines, message.Lines[0], message.Numbers, message.Map, message.Payment);
        var other = Full() with { Lines = [new Line("other", 9), new Line("more", 8)], Numbers = [7, 8, 9], Payment = new GoldCard("z", 9) };
        MessageSerializer.DeserializeInto(MessageSerializer.SerializeToArray(other).AsMemory(), ref message!);
        Assert.Same(self, message);
        Assert.Same(lines, message.Lines);
        Assert.Same(first, message.Lines[0]);
        Assert.Same(numbers, message.Numbers);
        Assert.Same(map, message.Map);
        Assert.Same(payment, message.Payment);
        Assert.Equal(("other", "more"), (first.Sku, lines[1].Sku));
    }

    [Fact]
    public void Null_is_read_anew()
    {
        Reused? message = null;
        var payload = MessageSerializer.SerializeToArray(Full());
        MessageSerializer.DeserializeInto(payload.AsMemory(), ref message);
        Assert.Equal(payload, MessageSerializer.SerializeToArray(message));
        Reused? again = message;
        MessageSerializer.DeserializeInto(new ReadOnlySequence<byte>(payload), ref again);
        Assert.Same(message, again);
    }

    [Fact]
    public void Doubled_keys_are_refused()
    {
        var message = new ReusedMap { Text = "t", Place = null };
        var payload = Convert.FromHexString("82a474657874a161a474657874a162");
        Assert.Throws<MessageFormatException>(() => MessageSerializer.DeserializeInto(payload.AsMemory(), ref message!));
        var full = Full();
        var bytes = MessageSerializer.SerializeToArray(full with { Map = new() { ["a"] = new("x", 1), ["b"] = new("y", 2) } });
        var at = bytes.AsSpan().IndexOf((byte[])[0xa1, (byte)'b', 0x93]);
        bytes[at + 1] = (byte)'a';
        Assert.Throws<MessageFormatException>(() => MessageSerializer.DeserializeInto(bytes.AsMemory(), ref full!));
    }

    /// <summary>One of everything that can be overwritten.</summary>
    private static Reused Full() => new()
    {
        Text = "text",
        Note = "größer, 日本語, 😀",
        Numbers = [1, 2, 300],
        Doubles = [0.5, 1],
        Bytes = [1, 2, 3],
        Lines = [new Line("a", 1, 2), new Line("b", 2)],
        Array = [new Line("c", 3), null],
        Map = new() { ["a"] = new("x", 1), ["größer"] = new("y", 2) },
        Readable = new Dictionary<int, string?> { [1] = "one", [2] = null },
        Payment = new GoldCard("n", 3),
        Shape = new Group { Id = 1, Shapes = [new Circle { Id = 2, Radius = 3 }, new Group()] },
        Tree = new Tree("t", [new Tree("u", [])]),
        MaybePoint = new Point(1, 2),
        Kept = [3],
        MaybeKept = 4,
        Place = new Place(1, "c") { Country = "d", People = [new Person { Name = "p", Note = "n" }] },
        Vault = Vault.Make(1, "o", [5], Guid.Empty),
        Names = ["a", "b"],
        Box = Box<string>.Make("new", "old"),
        Mixed = new Mixed(1, "m") { C = 2 },
        MaybeMixed = new Mixed(1, "n") { C = 2 },
        Shorts = [1, 2],
        Flags = [true, false],
        Longs = [1, long.MaxValue],
    };

    private static long Measure<T>(T message)
        where T : IReusableMessage<T>
    {
        ReadOnlyMemory<byte> payload = MessageSerializer.SerializeToArray(message);
        var existing = MessageSerializer.Deserialize<T>(payload);
        for (var i = 0; i < 3; i++)
        {
            MessageSerializer.DeserializeInto(payload, ref existing);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        MessageSerializer.DeserializeInto(payload, ref existing);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Prove<T>(Func<Samples, T> make, bool canBeShort = true)
        where T : IReusableMessage<T>
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var old = MessageSerializer.SerializeToArray(make(new Samples(seed)));
            var payload = MessageSerializer.SerializeToArray(make(new Samples(seed + Rounds)));
            if (canBeShort)
            {
                payload = Damage(payload, new Random(seed));
            }

            var expected = Read<T>(payload);
            var existing = MessageSerializer.Deserialize<T>(old.AsMemory());
            byte[]? actual;
            try
            {
                MessageSerializer.DeserializeInto(payload.AsMemory(), ref existing);
                actual = MessageSerializer.SerializeToArray(existing!);
            }
            catch (MessageFormatException)
            {
                actual = null;
            }

            Assert.True(
                expected is null ? actual is null : actual is not null && expected.AsSpan().SequenceEqual(actual),
                $"Seed {seed}: {Convert.ToHexString(payload)} over {Convert.ToHexString(old)}");
        }
    }

    private static byte[]? Read<T>(byte[] payload)
        where T : IMessage<T>
    {
        try
        {
            return MessageSerializer.SerializeToArray(MessageSerializer.Deserialize<T>(payload.AsMemory()));
        }
        catch (MessageFormatException)
        {
            return null;
        }
    }

    /// <summary>Leaves out some members of an array or a map, and makes some nil; the first stays.</summary>
    private static byte[] Damage(byte[] payload, Random random)
    {
        var reader = new MessagePackReader(payload);
        var isMap = reader.NextMessagePackType == MessagePackType.Map;
        var count = isMap ? reader.ReadMapHeader() : reader.ReadArrayHeader();
        var kept = random.Next(3) == 0 ? random.Next(1, count + 1) : count;
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        if (isMap)
        {
            writer.WriteMapHeader(kept);
        }
        else
        {
            writer.WriteArrayHeader(kept);
        }

        for (var i = 0; i < kept; i++)
        {
            if (isMap)
            {
                writer.WriteRaw(reader.ReadRaw());
            }

            var value = reader.ReadRaw();
            if (i > 0 && random.Next(8) == 0)
            {
                writer.WriteNil();
            }
            else
            {
                writer.WriteRaw(value);
            }
        }

        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
