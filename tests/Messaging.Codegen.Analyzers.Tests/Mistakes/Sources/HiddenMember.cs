// A member of the base class is replaced by one of another type.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public class OrderEvent
{
    [Key(0)] public int Number { get; set; }
}

[Message("orders.placed")]
public sealed partial class OrderPlaced : OrderEvent
{
    [Key(1)] public new string {|MSG105:Number|} { get; set; } = "";
}
