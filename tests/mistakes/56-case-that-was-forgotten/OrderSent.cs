using MessagePack;
using Messaging.Codegen;

namespace Garden.Orders;

[Message("orders.sent")]
public sealed partial record OrderSent([property: Key(0)] Guid OrderId, [property: Key(1)] Delivery Delivery);
