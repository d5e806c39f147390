using MessagePack;
using Messaging.Codegen;

namespace Shop.Shipping;

[Message("orders.paid")]
public sealed partial record OrderPaid([property: Key(0), IdempotencyKey] Guid OrderId, [property: Key(1)] string Address);
