// The stream stores "orders.>", the contract is published on "order…": nothing would store it.
using MessagePack;
using Messaging.Codegen;

[assembly: Stream("ORDERS", "orders.>")]

namespace Shop;

[{|MSG208:Message("order.placed")|}]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
