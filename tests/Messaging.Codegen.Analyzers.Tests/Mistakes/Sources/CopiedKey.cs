// A line was copied and its key forgotten.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public required Guid OrderId { get; init; }
    [Key(1)] public required string Region { get; init; }
    [Key(1)] public required decimal {|MSG102:Total|} { get; init; }
}
