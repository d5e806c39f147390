// A token of the subject was deleted, its dot was not.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[{|MSG201:Message("orders.placed", Subject = "orders..placed")|}]
public sealed partial record OrderPlaced([property: Key(0)] string Region);
