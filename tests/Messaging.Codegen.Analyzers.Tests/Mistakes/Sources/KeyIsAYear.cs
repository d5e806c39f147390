// Keys are indexes: this one would make each message two thousand bytes longer.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(-1)] public required Guid {|MSG103:OrderId|} { get; init; }
}
