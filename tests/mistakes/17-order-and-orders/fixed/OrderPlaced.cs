using MessagePack;
using Messaging.Codegen;

namespace Kitchen;

[Message("orders.placed")]
public sealed partial record OrderPlaced
{
    [Key(0), IdempotencyKey] public required int Number { get; init; }
    [Key(1)] public required string[] Dishes { get; init; }
}
