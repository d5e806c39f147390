using System.Buffers;
using Messaging.Codegen.Benchmarks.Payloads;
using Nerdbank.MessagePack;
using PolyType;
using PolyType.Abstractions;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>Nerdbank.MessagePack with generated shapes, objects as arrays, and every member written.</summary>
internal static partial class NerdbankMessagePack
{
    public const string Name = "nerdbank";

    private static readonly MessagePackSerializer Serializer = new()
    {
        PerfOverSchemaStability = true,
        SerializeDefaultValues = SerializeDefaultValuesPolicy.Always,
        DerivedTypeUnions = [Entries()],
    };

    private static readonly ITypeShape<SmallEvent> SmallShape = TypeShapeResolver.Resolve<SmallEvent, Shapes>();
    private static readonly ITypeShape<Order> OrderShape = TypeShapeResolver.Resolve<Order, Shapes>();
    private static readonly ITypeShape<Article> StringsShape = TypeShapeResolver.Resolve<Article, Shapes>();
    private static readonly ITypeShape<Readings> ArraysShape = TypeShapeResolver.Resolve<Readings, Shapes>();
    private static readonly ITypeShape<Inventory> DictionaryShape = TypeShapeResolver.Resolve<Inventory, Shapes>();
    private static readonly ITypeShape<Ledger> UnionShape = TypeShapeResolver.Resolve<Ledger, Shapes>();

    public static Contestant Create() => new Contestant(Name)
        .Add(
            AllPayloads.Small,
            static (output, value) => Serializer.Serialize(output, value, SmallShape),
            static payload => Serializer.Deserialize(payload, SmallShape)!,
            static (in ReadOnlySequence<byte> payload) => Serializer.Deserialize(payload, SmallShape)!)
        .Add(
            AllPayloads.Order,
            static (output, value) => Serializer.Serialize(output, value, OrderShape),
            static payload => Serializer.Deserialize(payload, OrderShape)!,
            static (in ReadOnlySequence<byte> payload) => Serializer.Deserialize(payload, OrderShape)!)
        .Add(
            AllPayloads.Strings,
            static (output, value) => Serializer.Serialize(output, value, StringsShape),
            static payload => Serializer.Deserialize(payload, StringsShape)!,
            static (in ReadOnlySequence<byte> payload) => Serializer.Deserialize(payload, StringsShape)!)
        .Add(
            AllPayloads.Arrays,
            static (output, value) => Serializer.Serialize(output, value, ArraysShape),
            static payload => Serializer.Deserialize(payload, ArraysShape)!,
            static (in ReadOnlySequence<byte> payload) => Serializer.Deserialize(payload, ArraysShape)!)
        .Add(
            AllPayloads.Dictionary,
            static (output, value) => Serializer.Serialize(output, value, DictionaryShape),
            static payload => Serializer.Deserialize(payload, DictionaryShape)!,
            static (in ReadOnlySequence<byte> payload) => Serializer.Deserialize(payload, DictionaryShape)!)
        .Add(
            AllPayloads.Union,
            static (output, value) => Serializer.Serialize(output, value, UnionShape),
            static payload => Serializer.Deserialize(payload, UnionShape)!,
            static (in ReadOnlySequence<byte> payload) => Serializer.Deserialize(payload, UnionShape)!);

    private static DerivedShapeMapping<ILedgerEntry> Entries()
    {
        DerivedShapeMapping<ILedgerEntry> entries = new();
        entries.Add<Deposited, Shapes>(0);
        entries.Add<Renamed, Shapes>(1);
        entries.Add<Moved, Shapes>(2);
        entries.Add<Closed, Shapes>(3);
        return entries;
    }

    [GenerateShapeFor<SmallEvent>]
    [GenerateShapeFor<Order>]
    [GenerateShapeFor<Article>]
    [GenerateShapeFor<Readings>]
    [GenerateShapeFor<Inventory>]
    [GenerateShapeFor<Ledger>]
    [GenerateShapeFor<Deposited>]
    [GenerateShapeFor<Renamed>]
    [GenerateShapeFor<Moved>]
    [GenerateShapeFor<Closed>]
    private sealed partial class Shapes;
}
