using System.Buffers;
using Messaging.Codegen.Tests.Serialization.Contracts;

namespace Messaging.Codegen.Tests.Serialization;

/// <summary>Payloads that arrive in pieces, and buffers that are handed out in pieces.</summary>
public class SegmentTests
{
    [Fact]
    public void A_payload_may_be_split_at_every_byte()
    {
        var samples = new Samples(11);
        Order order = samples.Order();
        byte[] payload = MessageSerializer.SerializeToArray(order);
        for (int at = 0; at <= payload.Length; at++)
        {
            var sequence = Segment.Sequence(payload.AsMemory(0, at), payload.AsMemory(at));
            Oracle.AssertSame(order, MessageSerializer.Deserialize<Order>(sequence), $"split at {at}");
        }
    }

    [Fact]
    public void Single_byte_segments_and_a_single_segment_read_alike()
    {
        Scalars message = new Samples(12).Scalars();
        byte[] payload = MessageSerializer.SerializeToArray(message);
        var bytes = Segment.Sequence([.. Enumerable.Range(0, payload.Length).Select(i => payload.AsMemory(i, 1))]);
        Oracle.AssertSame(message, MessageSerializer.Deserialize<Scalars>(bytes), "one byte each");
        Oracle.AssertSame(message, MessageSerializer.Deserialize<Scalars>(new ReadOnlySequence<byte>(payload)), "one segment");
    }

    [Fact]
    public void Segments_that_are_cut_short_are_refused()
    {
        byte[] payload = MessageSerializer.SerializeToArray(new Samples(13).Scalars());
        for (int length = 1; length < payload.Length; length++)
        {
            var sequence = Segment.Sequence(payload.AsMemory(0, length / 2), payload.AsMemory(length / 2, length - length / 2));
            Assert.Throws<MessageFormatException>(() => MessageSerializer.Deserialize<Scalars>(sequence));
        }
    }

    [Fact]
    public void The_message_keeps_nothing_of_the_payload()
    {
        Scalars message = new Samples(14).Scalars() with { Blob = [1, 2, 3], Text = "text" };
        byte[] payload = MessageSerializer.SerializeToArray(message);
        Scalars read = MessageSerializer.Deserialize<Scalars>(payload);
        payload.AsSpan().Clear();
        Oracle.AssertSame(message, read, "after the payload was cleared");
    }

    [Fact]
    public void The_writer_goes_on_in_a_new_window_when_one_is_full()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Order order = new Samples(seed).Order();
            var output = new ArrayBufferWriter<byte>(1);
            MessageSerializer.Serialize(output, order);
            MessageSerializer.Serialize(output, order);
            byte[] once = Oracle.Write(order);
            Assert.Equal([.. once, .. once], output.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public void A_buffer_writer_that_gives_too_little_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => MessageSerializer.Serialize(new Miser(), new Samples(1).Scalars()));

    [Fact]
    public void Serializing_inside_a_serialization_gives_both_messages()
    {
        byte[] expected = MessageSerializer.SerializeToArray(new Category { Number = 5 });
        byte[] outer = MessageSerializer.SerializeToArray(new Nesting());
        Assert.Equal(expected, MessageSerializer.Deserialize<Scalars>(outer).Blob);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Sequence(params ReadOnlyMemory<byte>[] pieces)
        {
            var first = new Segment { Memory = pieces[0] };
            Segment last = first;
            foreach (ReadOnlyMemory<byte> piece in pieces.AsSpan(1))
            {
                var next = new Segment { Memory = piece, RunningIndex = last.RunningIndex + last.Memory.Length };
                last.Next = next;
                last = next;
            }
            return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        }
    }

    private sealed class Miser : IBufferWriter<byte>
    {
        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => new byte[1];

        public Span<byte> GetSpan(int sizeHint = 0) => new byte[1];
    }

    /// <summary>Its one member is another message's bytes, made while it is being written itself.</summary>
    private sealed class Nesting : IMessage<Nesting>
    {
        static MessageContract IMessage<Nesting>.Contract { get; } = TestContract.Named("test.nesting");

        static string IMessage<Nesting>.GetSubject(Nesting message) => "test.nesting";

        static string? IMessage<Nesting>.GetIdempotencyKey(Nesting message) => null;

        static void IMessage<Nesting>.Write(ref Codegen.Serialization.PackWriter writer, Nesting message)
        {
            writer.WriteArrayHeader(21);
            for (int i = 0; i < 20; i++)
                writer.WriteNil();
            writer.WriteBinary(MessageSerializer.SerializeToArray(new Category { Number = 5 }));
        }

        static Nesting IMessage<Nesting>.Read(ref Codegen.Serialization.PackReader reader) => throw reader.Unexpected("never read");
    }
}
