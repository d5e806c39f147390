using System.Buffers;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>The emitted serializer.</summary>
internal static class Ours
{
    public const string Name = "ours";

    public static Contestant Create() => new Contestant(Name, isOracleWire: true)
        .Add(
            AllPayloads.Small,
            static (output, value) => MessageSerializer.Serialize(output, value),
            static payload => MessageSerializer.Deserialize<SmallEvent>(payload),
            static (in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<SmallEvent>(payload))
        .Add(
            AllPayloads.Order,
            static (output, value) => MessageSerializer.Serialize(output, value),
            static payload => MessageSerializer.Deserialize<Order>(payload),
            static (in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<Order>(payload))
        .Add(
            AllPayloads.Strings,
            static (output, value) => MessageSerializer.Serialize(output, value),
            static payload => MessageSerializer.Deserialize<Article>(payload),
            static (in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<Article>(payload))
        .Add(
            AllPayloads.Arrays,
            static (output, value) => MessageSerializer.Serialize(output, value),
            static payload => MessageSerializer.Deserialize<Readings>(payload),
            static (in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<Readings>(payload))
        .Add(
            AllPayloads.Dictionary,
            static (output, value) => MessageSerializer.Serialize(output, value),
            static payload => MessageSerializer.Deserialize<Inventory>(payload),
            static (in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<Inventory>(payload))
        .Add(
            AllPayloads.Union,
            static (output, value) => MessageSerializer.Serialize(output, value),
            static payload => MessageSerializer.Deserialize<Ledger>(payload),
            static (in ReadOnlySequence<byte> payload) => MessageSerializer.Deserialize<Ledger>(payload));
}
