using MessagePack;
using Messaging.Codegen;

namespace Shop.Orders;

[Message("orders.placed")]
public record OrderPlaced
{
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
    [Key(1)] public required string Customer { get; init; }
    [Key(2)] public required decimal Total { get; init; }
}
