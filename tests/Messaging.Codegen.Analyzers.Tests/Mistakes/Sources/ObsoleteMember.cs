// A member that nobody may use any more cannot be written by emitted code either.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public required Guid OrderId { get; init; }
    [Key(1), Obsolete("Use OrderId.", error: true)] public int {|MSG002:Number|} { get; init; }
}
