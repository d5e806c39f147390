using System.Buffers;
using System.Runtime.CompilerServices;
using Messaging.Codegen.Benchmarks.Contestants;

namespace Messaging.Codegen.Benchmarks.Measuring;

/// <summary>What is timed: one contestant handling one payload in one direction, any number of times.</summary>
internal abstract class Work(Codec codec, string suffix = "")
{
    public Codec Codec { get; } = codec;

    /// <summary>The row of the tables.</summary>
    public string Name { get; } = codec.Contestant.Name + suffix;

    /// <summary>The number of different instances, after which the first comes again.</summary>
    public abstract int Instances { get; }

    /// <summary>Does it <paramref name="iterations"/> times, going on with the instance at which the last call stopped.</summary>
    public abstract void Run(int iterations);
}

// The loops are compiled once and fully: with profile guidance, the contestant that comes first would be inlined and all others not.

internal sealed class SerializeWork<T>(Codec codec, T[] values, Action<ReusableBuffer, T> write) : Work(codec)
{
    private readonly ReusableBuffer _buffer = new();
    private int _next;

    public override int Instances => values.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(int iterations)
    {
        T[] source = values;
        Action<ReusableBuffer, T> action = write;
        ReusableBuffer buffer = _buffer;
        int next = _next;
        for (int i = 0; i < iterations; i++)
        {
            buffer.Reset();
            action(buffer, source[next]);
            if (++next == source.Length)
                next = 0;
        }
        _next = next;
    }
}

internal sealed class DeserializeWork<T>(Codec codec, byte[][] payloads, Func<ReadOnlyMemory<byte>, T> read) : Work(codec)
{
    private readonly ReadOnlyMemory<byte>[] _payloads = [.. payloads.Select(bytes => (ReadOnlyMemory<byte>)bytes)];
    private T? _last;
    private int _next;

    public override int Instances => payloads.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(int iterations)
    {
        ReadOnlyMemory<byte>[] source = _payloads;
        Func<ReadOnlyMemory<byte>, T> function = read;
        T? last = _last;
        int next = _next;
        for (int i = 0; i < iterations; i++)
        {
            last = function(source[next]);
            if (++next == source.Length)
                next = 0;
        }
        _last = last;
        _next = next;
    }
}

internal sealed class DeserializeSegmentsWork<T>(Codec codec, byte[][] payloads, int segments, SegmentReader<T> read) : Work(codec, $"/{segments}")
{
    private readonly ReadOnlySequence<byte>[] _payloads = [.. payloads.Select(bytes => Segments.Cut(bytes, segments))];
    private T? _last;
    private int _next;

    public override int Instances => payloads.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(int iterations)
    {
        ReadOnlySequence<byte>[] source = _payloads;
        SegmentReader<T> function = read;
        T? last = _last;
        int next = _next;
        for (int i = 0; i < iterations; i++)
        {
            last = function(in source[next]);
            if (++next == source.Length)
                next = 0;
        }
        _last = last;
        _next = next;
    }
}
