using MemoryPack;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[MemoryPackable]
public sealed partial class PackedReadings
{
    public double[] Values { get; set; } = [];

    public int[] Counters { get; set; } = [];
}
