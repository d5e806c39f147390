// The lines of the order are plain records: nobody said how they travel.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public sealed record OrderLine(string Sku, int Quantity);

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public required Guid OrderId { get; init; }
    [Key(1)] public IReadOnlyList<OrderLine> {|MSG003:Lines|} { get; init; } = [];
}
