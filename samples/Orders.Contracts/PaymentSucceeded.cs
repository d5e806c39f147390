using MessagePack;
using Messaging.Codegen;

namespace Orders.Contracts;

/// <summary>The order is paid.</summary>
[Message("orders.paid", Subject = "orders.{Region}.paid.v1")]
public sealed partial record PaymentSucceeded
{
    /// <summary>The order.</summary>
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }

    /// <summary>The order's region.</summary>
    [Key(1)] public required string Region { get; init; }

    /// <summary>What was charged.</summary>
    [Key(2)] public required decimal Amount { get; init; }

    /// <summary>The payment provider's reference.</summary>
    [Key(3)] public required string PaymentReference { get; init; }
}
