using MemoryPack;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Contestants.MemoryPackContracts;

[MemoryPackable]
public sealed partial class PackedOrder
{
    public Guid Id { get; set; }

    public string Customer { get; set; } = "";

    public string Email { get; set; } = "";

    public DateTime PlacedAt { get; set; }

    public OrderStatus Status { get; set; }

    public string Currency { get; set; } = "";

    public decimal Total { get; set; }

    public string Country { get; set; } = "";

    public string Street { get; set; } = "";

    public List<PackedOrderLine> Lines { get; set; } = [];
}

[MemoryPackable]
public sealed partial class PackedOrderLine
{
    public string Sku { get; set; } = "";

    public string Title { get; set; } = "";

    public int Quantity { get; set; }

    public string Unit { get; set; } = "";

    public decimal UnitPrice { get; set; }

    public decimal Discount { get; set; }
}
