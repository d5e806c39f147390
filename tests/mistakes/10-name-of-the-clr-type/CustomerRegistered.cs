using MessagePack;
using Messaging.Codegen;

namespace Shop.Contracts;

[Message("Shop.Contracts.CustomerRegistered, Shop.Contracts", Subject = "customers.registered")]
public sealed partial record CustomerRegistered
{
    [Key(0), IdempotencyKey] public required Guid CustomerId { get; init; }
    [Key(1)] public required string Email { get; init; }
}
