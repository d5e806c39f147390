// Keys are numbers here: names would be sent with each message.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key("id")] public required Guid {|MSG105:OrderId|} { get; init; }
}
