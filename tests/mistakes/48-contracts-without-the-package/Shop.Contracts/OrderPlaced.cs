using MessagePack;
using Messaging.Codegen;

namespace Shop.Contracts;

[Message("orders.placed")]
public sealed partial record OrderPlaced([property: Key(0), IdempotencyKey] Guid OrderId, [property: Key(1)] string Email);
