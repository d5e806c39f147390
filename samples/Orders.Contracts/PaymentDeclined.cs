using MessagePack;
using Messaging.Codegen;

namespace Orders.Contracts;

/// <summary>The customer's bank has said no. That is an answer, not a failure: nothing is retried.</summary>
[Message("orders.payment-declined", Subject = "orders.{Region}.payment-declined.v1")]
public sealed partial record PaymentDeclined
{
    /// <summary>The order.</summary>
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }

    /// <summary>The order's region.</summary>
    [Key(1)] public required string Region { get; init; }

    /// <summary>The bank's reason.</summary>
    [Key(2)] public required string Reason { get; init; }
}
