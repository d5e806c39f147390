using MessagePack;
using Messaging.Codegen;

namespace Orders.Contracts;

/// <summary>The order will not be shipped: it has ended.</summary>
[Message("orders.rejected", Subject = "orders.{Region}.rejected.v1")]
public sealed partial record OrderRejected
{
    /// <summary>The order.</summary>
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }

    /// <summary>The order's region.</summary>
    [Key(1)] public required string Region { get; init; }

    /// <summary>What the customer is told.</summary>
    [Key(2)] public required string Reason { get; init; }
}
