using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>Reads a value from bytes that may be in pieces.</summary>
internal delegate T SegmentReader<T>(in ReadOnlySequence<byte> payload);

/// <summary>How one contestant handles one payload.</summary>
internal abstract class Codec(Contestant contestant, Payload payload)
{
    public Contestant Contestant { get; } = contestant;

    public Payload Payload { get; } = payload;

    /// <summary>The work of writing <paramref name="instances"/> different instances in turn.</summary>
    public abstract Work Serialize(int instances);

    /// <summary>The work of reading <paramref name="instances"/> different instances in turn.</summary>
    /// <param name="segments">The number of pieces that each is in.</param>
    public abstract Work Deserialize(int instances, int segments);

    /// <summary>The bytes of the first instances.</summary>
    public abstract byte[][] Bytes(int instances);

    /// <summary>The mean size of the first instances.</summary>
    public double MeanBytes(int instances) => Bytes(instances).Average(bytes => bytes.Length);

    /// <summary>The nanoseconds that writing and reading take for the first time in a process.</summary>
    public abstract double FirstUse();

    /// <summary>What is wrong with the contestant's round trips, or null.</summary>
    public abstract string? Check(int instances);
}

/// <typeparam name="TPayload">The instances that the payload makes.</typeparam>
/// <typeparam name="T">The contestant's own form of them.</typeparam>
/// <param name="map">To the contestant's own form; never measured.</param>
/// <param name="unmap">Back; never measured.</param>
internal sealed class Codec<TPayload, T>(
    Contestant contestant,
    Payload<TPayload> payload,
    Func<TPayload, T> map,
    Func<T, TPayload> unmap,
    Action<ReusableBuffer, T> write,
    Func<ReadOnlyMemory<byte>, T> read,
    SegmentReader<T> readSegments) : Codec(contestant, payload)
    where TPayload : class
    where T : class
{
    public override Work Serialize(int instances) => new SerializeWork<T>(this, Values(instances), write);

    public override Work Deserialize(int instances, int segments) => segments == 1
        ? new DeserializeWork<T>(this, Bytes(instances), read)
        : new DeserializeSegmentsWork<T>(this, Bytes(instances), segments, readSegments);

    public override byte[][] Bytes(int instances)
    {
        var buffer = new ReusableBuffer();
        return [.. Values(instances).Select(value =>
        {
            buffer.Reset();
            write(buffer, value);
            return buffer.Written.ToArray();
        })];
    }

    public override string? Check(int instances)
    {
        TPayload[] originals = payload.Create(instances);
        byte[][] bytes = Bytes(instances);
        for (int i = 0; i < instances; i++)
        {
            string expected = Show(originals[i]);
            if (Show(unmap(read(bytes[i]))) != expected)
                return $"instance {i} differs after the round trip";
            if (Show(unmap(readSegments(Segments.Cut(bytes[i], 3)))) != expected)
                return $"instance {i} differs after the round trip in three segments";
        }
        return null;
    }

    public override double FirstUse()
    {
        T value = Values(1)[0];
        var buffer = new ReusableBuffer();
        double start = ThreadClock.Nanoseconds();
        write(buffer, value);
        _ = read(buffer.WrittenMemory);
        return ThreadClock.Nanoseconds() - start;
    }

    private T[] Values(int instances) => [.. payload.Create(instances).Select(map)];

    private string Show(TPayload value) => JsonSerializer.Serialize(value, payload.Json);
}
