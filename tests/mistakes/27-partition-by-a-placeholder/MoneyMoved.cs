using MessagePack;
using Messaging.Codegen;

namespace Bank;

[Message("money.moved")]
public sealed partial record MoneyMoved([property: Key(0), IdempotencyKey] Guid TransferId, [property: Key(1)] string AccountNumber, [property: Key(2)] decimal Amount);
