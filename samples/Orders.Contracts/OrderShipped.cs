using MessagePack;
using Messaging.Codegen;

namespace Orders.Contracts;

/// <summary>The order is on its way: it has ended well.</summary>
[Message("orders.shipped", Subject = "orders.{Region}.shipped.v1")]
public sealed partial record OrderShipped
{
    /// <summary>The order.</summary>
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }

    /// <summary>The order's region.</summary>
    [Key(1)] public required string Region { get; init; }

    /// <summary>The carrier's number for the parcel.</summary>
    [Key(2)] public required string TrackingNumber { get; init; }
}
