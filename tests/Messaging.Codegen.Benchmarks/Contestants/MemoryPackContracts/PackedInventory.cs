using MemoryPack;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[MemoryPackable]
public sealed partial class PackedInventory
{
    public Dictionary<string, int> Stock { get; set; } = [];

    public List<PackedShelf> Shelves { get; set; } = [];
}

[MemoryPackable]
public sealed partial class PackedShelf
{
    public string Name { get; set; } = "";

    public int Items { get; set; }

    public bool IsLocked { get; set; }
}
