using MemoryPack;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[MemoryPackable]
public sealed partial class PackedSmallEvent
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public long Sequence { get; set; }

    public decimal Amount { get; set; }

    public DateTime At { get; set; }

    public Channel Channel { get; set; }
}
