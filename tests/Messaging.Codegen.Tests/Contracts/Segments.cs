using System.Buffers;

namespace Messaging.Codegen.Tests.Contracts;

/// <summary>Sequences in pieces.</summary>
internal static class Segments
{
    public static ReadOnlySequence<T> Of<T>(params ReadOnlyMemory<T>[] pieces)
    {
        var first = new Piece<T>(pieces[0], 0);
        var last = pieces.Skip(1).Aggregate(first, static (previous, memory) => previous.Append(memory));
        return new ReadOnlySequence<T>(first, 0, last, last.Memory.Length);
    }

    /// <summary>The bytes in three pieces.</summary>
    public static ReadOnlySequence<byte> Three(ReadOnlyMemory<byte> bytes, int first, int second) =>
        Of(bytes[..first], bytes[first..second], bytes[second..]);

    private sealed class Piece<T> : ReadOnlySequenceSegment<T>
    {
        public Piece(ReadOnlyMemory<T> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Piece<T> Append(ReadOnlyMemory<T> memory)
        {
            var next = new Piece<T>(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
