using MessagePack;
using Messaging.Codegen;

namespace Shop.Fulfilment;

[Message("orders.packed")]
public sealed partial record OrderPacked([property: Key(0), IdempotencyKey] Guid OrderId, [property: Key(1)] int Parcels);
