// Versions begin with 1.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[{|MSG011:Message("orders.placed", Version = 0)|}]
public sealed partial record OrderPlaced([property: Key(0)] Guid OrderId);
