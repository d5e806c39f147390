using System.Text.Json.Serialization;
using MemoryPack;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[MemoryPackable]
public sealed partial class PackedLedger
{
    public List<IPackedLedgerEntry> Entries { get; set; } = [];
}

[MemoryPackable]
[MemoryPackUnion(0, typeof(PackedDeposited))]
[MemoryPackUnion(1, typeof(PackedRenamed))]
[MemoryPackUnion(2, typeof(PackedMoved))]
[MemoryPackUnion(3, typeof(PackedClosed))]
[JsonDerivedType(typeof(PackedDeposited), 0)]
[JsonDerivedType(typeof(PackedRenamed), 1)]
[JsonDerivedType(typeof(PackedMoved), 2)]
[JsonDerivedType(typeof(PackedClosed), 3)]
public partial interface IPackedLedgerEntry;

[MemoryPackable]
public sealed partial class PackedDeposited : IPackedLedgerEntry
{
    public long Account { get; set; }

    public decimal Amount { get; set; }

    public string Reference { get; set; } = "";
}

[MemoryPackable]
public sealed partial class PackedRenamed : IPackedLedgerEntry
{
    public long Account { get; set; }

    public string Name { get; set; } = "";

    public int Revision { get; set; }
}

[MemoryPackable]
public sealed partial class PackedMoved : IPackedLedgerEntry
{
    public long Account { get; set; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }
}

[MemoryPackable]
public sealed partial class PackedClosed : IPackedLedgerEntry
{
    public long Account { get; set; }

    public DateTime At { get; set; }

    public bool IsFinal { get; set; }

    public int Reason { get; set; }
}
