// A private contract cannot be published by emitted code.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

public sealed partial class Checkout
{
    [Message("orders.placed")]
    private sealed partial record {|MSG002:OrderPlaced|}([property: Key(0)] Guid OrderId);
}
