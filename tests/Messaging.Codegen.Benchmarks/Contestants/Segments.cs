using System.Buffers;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>Payloads in pieces, as a pipe delivers them.</summary>
internal static class Segments
{
    /// <summary>Cuts into pieces of about equal length, each in an array of its own.</summary>
    public static ReadOnlySequence<byte> Cut(byte[] bytes, int count)
    {
        int Start(int i) => bytes.Length * i / count;
        var first = new Segment(bytes[..Start(1)], null);
        Segment last = first;
        for (int i = 1; i < count; i++)
            last = new Segment(bytes[Start(i)..Start(i + 1)], last);
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is null)
                return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
