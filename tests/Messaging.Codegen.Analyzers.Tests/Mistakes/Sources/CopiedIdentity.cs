// A contract was copied and kept the name of the first.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed", Version = 1)]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);

[{|MSG004:Message("orders.placed", Version = 1)|}]
public sealed partial record OrderShipped([property: Key(0)] Guid OrderId);
