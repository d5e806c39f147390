using MessagePack;
using Messaging.Codegen;

namespace Shop.Sales;

[Message("sales.order-placed")]
public sealed partial record OrderPlaced
{
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
    [Key(1)] public required IReadOnlyList<OrderLine> Lines { get; init; }
}
