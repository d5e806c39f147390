using System.Buffers;
using MessagePack;
using Messaging.Codegen.Benchmarks.Contestants.MessagePackFormatters;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>MessagePack-CSharp with formatters of the shape that its source generator writes, which run as a native binary too.</summary>
internal static class MessagePackGenerated
{
    public const string Name = "messagepack-generated";

    private static readonly MessagePackSerializerOptions Options = new(WrittenResolver.Instance);

    public static Contestant Create() => new Contestant(Name, isOracleWire: true)
        .Add(
            AllPayloads.Small,
            static (output, value) => MessagePackSerializer.Serialize(output, value, Options),
            static payload => MessagePackSerializer.Deserialize<SmallEvent>(payload, Options),
            static (in ReadOnlySequence<byte> payload) => MessagePackSerializer.Deserialize<SmallEvent>(payload, Options))
        .Add(
            AllPayloads.Order,
            static (output, value) => MessagePackSerializer.Serialize(output, value, Options),
            static payload => MessagePackSerializer.Deserialize<Order>(payload, Options),
            static (in ReadOnlySequence<byte> payload) => MessagePackSerializer.Deserialize<Order>(payload, Options))
        .Add(
            AllPayloads.Strings,
            static (output, value) => MessagePackSerializer.Serialize(output, value, Options),
            static payload => MessagePackSerializer.Deserialize<Article>(payload, Options),
            static (in ReadOnlySequence<byte> payload) => MessagePackSerializer.Deserialize<Article>(payload, Options))
        .Add(
            AllPayloads.Arrays,
            static (output, value) => MessagePackSerializer.Serialize(output, value, Options),
            static payload => MessagePackSerializer.Deserialize<Readings>(payload, Options),
            static (in ReadOnlySequence<byte> payload) => MessagePackSerializer.Deserialize<Readings>(payload, Options))
        .Add(
            AllPayloads.Dictionary,
            static (output, value) => MessagePackSerializer.Serialize(output, value, Options),
            static payload => MessagePackSerializer.Deserialize<Inventory>(payload, Options),
            static (in ReadOnlySequence<byte> payload) => MessagePackSerializer.Deserialize<Inventory>(payload, Options))
        .Add(
            AllPayloads.Union,
            static (output, value) => MessagePackSerializer.Serialize(output, value, Options),
            static payload => MessagePackSerializer.Deserialize<Ledger>(payload, Options),
            static (in ReadOnlySequence<byte> payload) => MessagePackSerializer.Deserialize<Ledger>(payload, Options));
}
