using System.Buffers;
using MessagePack;
using MessagePack.Resolvers;
using Messaging.Codegen.MessagePack;
using Messaging.Codegen.Tests.Contracts;

namespace Messaging.Codegen.Tests.Interop;

/// <summary>Contracts in the hands of MessagePack-CSharp.</summary>
public sealed class MessageResolverTests
{
    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard.WithResolver(
        CompositeResolver.Create(new MessageResolver(new ContractSet().AddApplicationModules()), StandardResolver.Instance));

    [Fact]
    public void Bytes_are_those_of_the_standard_resolver()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var samples = new Samples(seed);
            Same(samples.Scalars());
            Same(samples.Sequences());
            Same(samples.Unions());
            Same(samples.Tree(3));
            Same(samples.Mutable());
        }

        static void Same<T>(T message)
            where T : IMessage<T>
        {
            var expected = MessagePackSerializer.Serialize(message, MessagePackSerializerOptions.Standard);
            Assert.Equal(expected, MessagePackSerializer.Serialize(message, Options));
            Assert.Equal(expected, MessageSerializer.SerializeToArray(MessagePackSerializer.Deserialize<T>(expected, Options)));
        }
    }

    [Theory]
    [InlineData(MessagePackCompression.None)]
    [InlineData(MessagePackCompression.Lz4BlockArray)]
    public void Contracts_travel_inside_of_other_types(MessagePackCompression compression)
    {
        var options = Options.WithCompression(compression);
        var bytes = MessagePackSerializer.Serialize(Sample(), options);

        Check(MessagePackSerializer.Deserialize<Envelope>(bytes, options));
    }

    [Fact]
    public void Payloads_may_be_split_anywhere()
    {
        var bytes = MessagePackSerializer.Serialize(Sample(), Options);
        for (var at = 0; at <= bytes.Length; at++)
        {
            var first = new Segment(bytes.AsMemory(0, at), null);
            var last = new Segment(bytes.AsMemory(at), first);
            Check(MessagePackSerializer.Deserialize<Envelope>(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length), Options));
        }
    }

    [Fact]
    public void Contracts_are_read_by_the_tolerant_rules()
    {
        // A nil and a float where MessagePack-CSharp itself has an integer.
        var read = MessagePackSerializer.Deserialize<Defaults>(new byte[] { 0x92, 0xcb, 0x40, 0x08, 0, 0, 0, 0, 0, 0, 0xc0 }, Options);

        Assert.Equal(3, read.Number);
        Assert.Equal(5, read.Five);
    }

    [Fact]
    public void Null_is_nil_and_no_struct_is()
    {
        Assert.Equal([0xc0], MessagePackSerializer.Serialize<Defaults?>(null, Options));
        Assert.Null(MessagePackSerializer.Deserialize<Defaults?>(new byte[] { 0xc0 }, Options));
        Assert.Throws<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<StructDefaults>(new byte[] { 0xc0 }, Options));
    }

    [Fact]
    public void Bad_bytes_are_the_exception_that_users_know_and_it_says_where()
    {
        byte[] bytes = [0x92, 0xa1, (byte)'s', 0x92, 0x01, 0xa1, (byte)'5'];

        var exception = Assert.Throws<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<Envelope>(bytes, Options));

        var inner = Assert.IsType<MessagePackSerializationException>(exception.InnerException);
        var format = Assert.IsType<MessageFormatException>(inner.InnerException);
        Assert.Equal("test.defaults/v1", format.Contract);
        Assert.Equal("[1]", format.KeyPath);
        Assert.Equal(2, format.Offset);
    }

    [Fact]
    public void Depth_counts_from_the_outermost_object()
    {
        var options = Options.WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(3));
        var bytes = MessagePackSerializer.Serialize(new Envelope { Inner = new() { Body = new() { Number = 1 } } }, Options);
        Assert.NotNull(MessagePackSerializer.Deserialize<Envelope>(bytes, options).Inner!.Body);

        var deeper = MessagePackSerializer.Serialize(new Envelope { Inner = new() { Inner = new() { Body = new() { Number = 1 } } } }, Options);
        var exception = Assert.Throws<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<Envelope>(deeper, options));
        Assert.IsType<InsufficientExecutionStackException>(exception.InnerException);
    }

    [Fact]
    public void A_contract_that_nests_itself_gets_no_more_depth_inside()
    {
        var tree = new Tree("leaf", []);
        for (var i = 0; i < 498; i++)
        {
            tree = new Tree("", [], tree);
        }

        var resolver = new MessageResolver(new ContractSet().Add<Tree>());
        Assert.Equal("", MessagePackSerializer.Deserialize<Tree>(MessageSerializer.SerializeToArray(tree), Options.WithResolver(resolver)).Name);

        var bytes = MessageSerializer.SerializeToArray(new Tree("", [], tree));
        Assert.NotNull(MessageSerializer.Deserialize<Tree>(bytes).Next);
        Assert.Throws<MessagePackSerializationException>(() => MessagePackSerializer.Deserialize<Tree>(bytes, Options.WithResolver(resolver)));
    }

    [Fact]
    public void The_old_format_is_refused()
    {
        var exception = Assert.Throws<MessagePackSerializationException>(() => MessagePackSerializer.Serialize(new Defaults { Number = 1 }, Options.WithOldSpec()));
        Assert.Contains("OldSpec", exception.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_contracts_of_the_set_are_served()
    {
        var resolver = new MessageResolver(new ContractSet().Add<Defaults>().Add<Defaults>().Add<StructDefaults>());

        Assert.Same(MessageFormatter<Defaults>.Instance, resolver.GetFormatter<Defaults>());
        Assert.NotNull(resolver.GetFormatter<StructDefaults>());
        Assert.Null(resolver.GetFormatter<Tree>());
        Assert.Null(resolver.GetFormatter<string>());
        Assert.Null(new MessageResolver(new ContractSet()).GetFormatter<Defaults>());
    }

    private static Envelope Sample() => new()
    {
        Sender = "someone",
        Body = new Defaults { Number = 7, Note = null },
        Many = [new Parameters(1, "note"), null, new Parameters(2, null, "other")],
        ByName = { ["a"] = new StructDefaults { Three = 33 } },
        Maybe = new StructDefaults { Later = "then" },
        Last = 4711,
        Inner = new() { Last = 1 },
    };

    private static void Check(Envelope envelope)
    {
        Assert.Equal("someone", envelope.Sender);
        Assert.Equal(7, envelope.Body!.Number);
        Assert.Null(envelope.Body.Note);
        Assert.Equal([1, null, 2], envelope.Many.Select(static parameters => parameters?.Number));
        Assert.Equal("other", envelope.Many[2]!.Text);
        Assert.Equal(33, envelope.ByName["a"].Three);
        Assert.Equal("then", envelope.Maybe!.Value.Later);
        Assert.Equal(4711, envelope.Last);
        Assert.Null(envelope.Inner!.Body);
        Assert.Equal(1, envelope.Inner.Last);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                before.Next = this;
                RunningIndex = before.Memory.Length;
            }
        }
    }
}
