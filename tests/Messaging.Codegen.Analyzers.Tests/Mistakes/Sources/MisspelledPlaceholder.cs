// The placeholder does not name a member.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[{|MSG204:Message("orders.placed", Subject = "orders.{Regoin}.placed")|}]
public sealed partial record OrderPlaced([property: Key(0)] string Region);
