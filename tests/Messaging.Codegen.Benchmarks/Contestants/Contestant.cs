using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>A serializer, with one codec per payload.</summary>
/// <param name="name">What it is called in options and tables.</param>
/// <param name="isOracleWire">Whether its bytes must equal those of MessagePack-CSharp.</param>
internal sealed class Contestant(string name, bool isOracleWire = false)
{
    private readonly List<Codec> _codecs = [];

    public string Name { get; } = name;

    public bool IsOracleWire { get; } = isOracleWire;

    public IReadOnlyList<Codec> Codecs => _codecs;

    /// <summary>A payload that is serialized as it is.</summary>
    public Contestant Add<T>(
        Payload<T> payload, Action<ReusableBuffer, T> write, Func<ReadOnlyMemory<byte>, T> read, SegmentReader<T> readSegments)
        where T : class => Add(payload, static value => value, static value => value, write, read, readSegments);

    /// <summary>A payload for which the contestant has types of its own with the same member names.</summary>
    public Contestant Add<TPayload, T>(
        Payload<TPayload> payload, Func<JsonTypeInfo<T>> json, Action<ReusableBuffer, T> write, Func<ReadOnlyMemory<byte>, T> read, SegmentReader<T> readSegments)
        where TPayload : class
        where T : class => Add(
            payload,
            value => JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, payload.Json), json())!,
            value => JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, json()), payload.Json)!,
            write,
            read,
            readSegments);

    /// <summary>A payload for which the contestant has types of its own.</summary>
    public Contestant Add<TPayload, T>(
        Payload<TPayload> payload,
        Func<TPayload, T> map,
        Func<T, TPayload> unmap,
        Action<ReusableBuffer, T> write,
        Func<ReadOnlyMemory<byte>, T> read,
        SegmentReader<T> readSegments)
        where TPayload : class
        where T : class
    {
        _codecs.Add(new Codec<TPayload, T>(this, payload, map, unmap, write, read, readSegments));
        return this;
    }
}
