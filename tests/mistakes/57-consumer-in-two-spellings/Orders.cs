using MessagePack;
using Messaging.Codegen;

namespace Bakery;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0)] int Number, [property: Key(1)] int Loaves);

[Message("orders.cancelled")]
public sealed partial record OrderCancelled([property: Key(0)] int Number);
