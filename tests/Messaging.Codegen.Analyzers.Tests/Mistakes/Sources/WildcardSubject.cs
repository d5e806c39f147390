// A message was given the subject that its consumers listen to.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[{|MSG202:Message("orders.placed", Subject = "orders.*.placed")|}]
public sealed partial record OrderPlaced([property: Key(0)] string Region);
