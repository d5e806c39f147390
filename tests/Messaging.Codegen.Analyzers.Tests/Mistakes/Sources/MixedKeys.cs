// A type travels as an array or as a map, so its keys are all numbers or all names.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public required Guid OrderId { get; init; }
    [Key("region")] public required string {|MSG105:Region|} { get; init; }
}
