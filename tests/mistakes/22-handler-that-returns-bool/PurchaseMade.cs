using MessagePack;
using Messaging.Codegen;

namespace Loyalty;

[Message("purchases.made")]
public sealed partial record PurchaseMade([property: Key(0), IdempotencyKey] Guid PurchaseId, [property: Key(1)] int CustomerNumber, [property: Key(2)] decimal Amount);
