// The base class of the events was marked in place of the events.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.event")]
public abstract partial record {|MSG001:OrderEvent|}([property: Key(0)] Guid OrderId);

public sealed record OrderPlaced([property: Key(0)] Guid OrderId) : OrderEvent(OrderId);
