using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using MemoryPack;
using Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>MemoryPack with the code of its generator, on types of its own: the static constructors that it adds would burden everybody.</summary>
internal static class MemoryPackBinary
{
    public const string Name = "memorypack";

    // MemoryPack finds the formatter of a union's interface by reflection, so trimming must leave it.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods, typeof(IPackedLedgerEntry))]
    public static Contestant Create() => new Contestant(Name)
        .Add(
            AllPayloads.Small,
            static () => MemoryPackJson.Default.PackedSmallEvent,
            static (output, value) => MemoryPackSerializer.Serialize(output, value),
            static payload => MemoryPackSerializer.Deserialize<PackedSmallEvent>(payload.Span)!,
            static (in ReadOnlySequence<byte> payload) => MemoryPackSerializer.Deserialize<PackedSmallEvent>(payload)!)
        .Add(
            AllPayloads.Order,
            static () => MemoryPackJson.Default.PackedOrder,
            static (output, value) => MemoryPackSerializer.Serialize(output, value),
            static payload => MemoryPackSerializer.Deserialize<PackedOrder>(payload.Span)!,
            static (in ReadOnlySequence<byte> payload) => MemoryPackSerializer.Deserialize<PackedOrder>(payload)!)
        .Add(
            AllPayloads.Strings,
            static () => MemoryPackJson.Default.PackedArticle,
            static (output, value) => MemoryPackSerializer.Serialize(output, value),
            static payload => MemoryPackSerializer.Deserialize<PackedArticle>(payload.Span)!,
            static (in ReadOnlySequence<byte> payload) => MemoryPackSerializer.Deserialize<PackedArticle>(payload)!)
        .Add(
            AllPayloads.Arrays,
            static () => MemoryPackJson.Default.PackedReadings,
            static (output, value) => MemoryPackSerializer.Serialize(output, value),
            static payload => MemoryPackSerializer.Deserialize<PackedReadings>(payload.Span)!,
            static (in ReadOnlySequence<byte> payload) => MemoryPackSerializer.Deserialize<PackedReadings>(payload)!)
        .Add(
            AllPayloads.Dictionary,
            static () => MemoryPackJson.Default.PackedInventory,
            static (output, value) => MemoryPackSerializer.Serialize(output, value),
            static payload => MemoryPackSerializer.Deserialize<PackedInventory>(payload.Span)!,
            static (in ReadOnlySequence<byte> payload) => MemoryPackSerializer.Deserialize<PackedInventory>(payload)!)
        .Add(
            AllPayloads.Union,
            static () => MemoryPackJson.Default.PackedLedger,
            static (output, value) => MemoryPackSerializer.Serialize(output, value),
            static payload => MemoryPackSerializer.Deserialize<PackedLedger>(payload.Span)!,
            static (in ReadOnlySequence<byte> payload) => MemoryPackSerializer.Deserialize<PackedLedger>(payload)!);
}
