// The contract is partial, but the class around it is not.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public static class Orders
{
    [Message("orders.placed")]
    public sealed partial record {|MSG002:Placed|}([property: Key(0)] Guid OrderId);
}
