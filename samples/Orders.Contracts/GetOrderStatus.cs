using MessagePack;
using Messaging.Codegen;

namespace Orders.Contracts;

/// <summary>
/// Asks how far an order is. Requests are answered, not stored: the subject is outside of <c>orders.&gt;</c>, which a stream keeps.
/// </summary>
[Message("order-status.get")]
public sealed partial record GetOrderStatus : IRequest<OrderStatus>
{
    /// <summary>The order.</summary>
    [Key(0)] public required Guid OrderId { get; init; }
}

/// <summary>The answer to <see cref="GetOrderStatus"/>.</summary>
[Message("order-status.reply")]
public sealed partial record OrderStatus
{
    /// <summary>The order.</summary>
    [Key(0)] public required Guid OrderId { get; init; }

    /// <summary>How far it is.</summary>
    [Key(1)] public required OrderState State { get; init; }
}
