// A computed property got a key and cannot be read back.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0)] public required decimal Net { get; init; }
    [Key(1)] public decimal {|MSG105:Gross|} => Net * 1.19m;
}
