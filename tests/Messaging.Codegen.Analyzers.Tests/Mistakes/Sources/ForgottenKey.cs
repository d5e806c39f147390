// A member was added to a contract without a key: it would not travel.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed", Version = 1, Subject = "orders.{Region}.placed.v1")]
public sealed partial record OrderPlaced
{
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }
    [Key(1)] public required string Region { get; init; }
    public string? {|MSG101:Coupon|} { get; init; }
}
