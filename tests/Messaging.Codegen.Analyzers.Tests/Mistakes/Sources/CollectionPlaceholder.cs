// A list is no token of a subject.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[{|MSG204:Message("orders.placed", Subject = "orders.{Tags}.placed")|}]
public sealed partial record OrderPlaced([property: Key(0)] List<string> Tags);
