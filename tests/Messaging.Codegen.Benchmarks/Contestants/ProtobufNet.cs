using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Messaging.Codegen.Benchmarks.Payloads;
using ProtoBuf;
using ProtoBuf.Meta;

namespace Messaging.Codegen.Benchmarks.Contestants;

/// <summary>protobuf-net with a model that is compiled at run time.</summary>
[RequiresDynamicCode("The model is compiled at run time.")]
internal static class ProtobufNet
{
    public const string Name = "protobuf-net";

    private static readonly TypeModel Model = CreateModel();

    public static Contestant Create() => new Contestant(Name)
        .Add(
            AllPayloads.Small,
            static (output, value) => Model.Serialize(output, value),
            static payload => Model.Deserialize<SmallEvent>(payload),
            static (in ReadOnlySequence<byte> payload) => Model.Deserialize<SmallEvent>(payload))
        .Add(
            AllPayloads.Order,
            static (output, value) => Model.Serialize(output, value),
            static payload => Model.Deserialize<Order>(payload),
            static (in ReadOnlySequence<byte> payload) => Model.Deserialize<Order>(payload))
        .Add(
            AllPayloads.Strings,
            static (output, value) => Model.Serialize(output, value),
            static payload => Model.Deserialize<Article>(payload),
            static (in ReadOnlySequence<byte> payload) => Model.Deserialize<Article>(payload))
        .Add(
            AllPayloads.Arrays,
            static (output, value) => Model.Serialize(output, value),
            static payload => Model.Deserialize<Readings>(payload),
            static (in ReadOnlySequence<byte> payload) => Model.Deserialize<Readings>(payload))
        .Add(
            AllPayloads.Dictionary,
            static (output, value) => Model.Serialize(output, value),
            static payload => Model.Deserialize<Inventory>(payload),
            static (in ReadOnlySequence<byte> payload) => Model.Deserialize<Inventory>(payload))
        .Add(
            AllPayloads.Union,
            static (output, value) => Model.Serialize(output, value),
            static payload => Model.Deserialize<Ledger>(payload),
            static (in ReadOnlySequence<byte> payload) => Model.Deserialize<Ledger>(payload));

    private static TypeModel CreateModel()
    {
        RuntimeTypeModel model = RuntimeTypeModel.Create();
        model.IncludeDateTimeKind = true;
        Add<SmallEvent>(model, "Id", "Name", "Sequence", "Amount", "At", "Channel");
        Add<OrderLine>(model, "Sku", "Title", "Quantity", "Unit", "UnitPrice", "Discount");
        Add<Order>(model, "Id", "Customer", "Email", "PlacedAt", "Status", "Currency", "Total", "Country", "Street", "Lines");
        Add<Article>(model, "Slug", "Language", "Title", "Author", "Url", "English", "French", "Russian", "Chinese", "Comment", "Tags");
        MetaType readings = Add<Readings>(model, "Values", "Counters");
        readings[1].IsPacked = true;
        readings[2].IsPacked = true;
        readings[2].DataFormat = DataFormat.ZigZag;
        Add<Shelf>(model, "Name", "Items", "IsLocked");
        Add<Inventory>(model, "Stock", "Shelves");
        Add<Deposited>(model, "Account", "Amount", "Reference");
        Add<Renamed>(model, "Account", "Name", "Revision");
        Add<Moved>(model, "Account", "Latitude", "Longitude");
        Add<Closed>(model, "Account", "At", "IsFinal", "Reason");
        model.Add(typeof(ILedgerEntry), applyDefaultBehaviour: false)
            .AddSubType(1, typeof(Deposited))
            .AddSubType(2, typeof(Renamed))
            .AddSubType(3, typeof(Moved))
            .AddSubType(4, typeof(Closed));
        Add<Ledger>(model, "Entries");
        return model.Compile();
    }

    private static MetaType Add<T>(RuntimeTypeModel model, params string[] members) =>
        model.Add(typeof(T), applyDefaultBehaviour: false).Add(members);
}
