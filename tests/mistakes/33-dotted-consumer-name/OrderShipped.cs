using MessagePack;
using Messaging.Codegen;

namespace Shop.Billing;

[Message("orders.shipped")]
public sealed partial record OrderShipped([property: Key(0), IdempotencyKey] Guid OrderId);
