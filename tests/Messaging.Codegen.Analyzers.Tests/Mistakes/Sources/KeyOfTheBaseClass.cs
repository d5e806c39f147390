// The derived contract begins to count at 0 again.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public abstract record OrderEvent
{
    [Key(0)] public required Guid OrderId { get; init; }
}

[Message("orders.cancelled")]
public sealed partial record OrderCancelled : OrderEvent
{
    [Key(0)] public required string {|MSG102:Reason|} { get; init; }
}
