// A part of two contracts got a new member. It is reported once, where it is.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public sealed record OrderLine([property: Key(0)] string Sku, [property: Key(1)] int Quantity, decimal {|MSG101:UnitPrice|});

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public IReadOnlyList<OrderLine> Lines { get; init; } = [];
}

[Message("orders.amended")]
public sealed partial record OrderAmended
{
    [Key(0)] public IReadOnlyList<OrderLine> Lines { get; init; } = [];
}
