using System.Buffers;
using MessagePack;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>MessagePack-CSharp with its default options: formatters made at run time.</summary>
internal static class MessagePackCSharp
{
    public const string Name = "messagepack";

    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard;

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
