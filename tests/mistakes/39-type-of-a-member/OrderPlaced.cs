using MessagePack;
using Messaging.Codegen;

namespace Shop.Contracts;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
    [Key(1)] public required double Total { get; init; }
}
