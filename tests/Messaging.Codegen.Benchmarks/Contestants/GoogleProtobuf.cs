using System.Buffers;
using Google.Protobuf;
using Messaging.Codegen.Benchmarks.Contestants.Protocol;
using Messaging.Codegen.Benchmarks.Payloads;
using static Messaging.Codegen.Benchmarks.Contestants.Protocol.ProtocolMapping;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>Google's serializer on the types that protoc makes; mapping to and from them is not counted.</summary>
internal static class GoogleProtobuf
{
    public const string Name = "google-protobuf";

    public static Contestant Create() => new Contestant(Name)
        .Add(
            AllPayloads.Small,
            ToMessage,
            FromMessage,
            static (output, value) => value.WriteTo(output),
            static payload => SmallEventMessage.Parser.ParseFrom(payload.Span),
            static (in ReadOnlySequence<byte> payload) => SmallEventMessage.Parser.ParseFrom(payload))
        .Add(
            AllPayloads.Order,
            ToMessage,
            FromMessage,
            static (output, value) => value.WriteTo(output),
            static payload => OrderMessage.Parser.ParseFrom(payload.Span),
            static (in ReadOnlySequence<byte> payload) => OrderMessage.Parser.ParseFrom(payload))
        .Add(
            AllPayloads.Strings,
            ToMessage,
            FromMessage,
            static (output, value) => value.WriteTo(output),
            static payload => ArticleMessage.Parser.ParseFrom(payload.Span),
            static (in ReadOnlySequence<byte> payload) => ArticleMessage.Parser.ParseFrom(payload))
        .Add(
            AllPayloads.Arrays,
            ToMessage,
            FromMessage,
            static (output, value) => value.WriteTo(output),
            static payload => ReadingsMessage.Parser.ParseFrom(payload.Span),
            static (in ReadOnlySequence<byte> payload) => ReadingsMessage.Parser.ParseFrom(payload))
        .Add(
            AllPayloads.Dictionary,
            ToMessage,
            FromMessage,
            static (output, value) => value.WriteTo(output),
            static payload => InventoryMessage.Parser.ParseFrom(payload.Span),
            static (in ReadOnlySequence<byte> payload) => InventoryMessage.Parser.ParseFrom(payload))
        .Add(
            AllPayloads.Union,
            ToMessage,
            FromMessage,
            static (output, value) => value.WriteTo(output),
            static payload => LedgerMessage.Parser.ParseFrom(payload.Span),
            static (in ReadOnlySequence<byte> payload) => LedgerMessage.Parser.ParseFrom(payload));
}
