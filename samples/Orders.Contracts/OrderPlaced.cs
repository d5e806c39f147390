using MessagePack;
using Messaging.Codegen;

namespace Orders.Contracts;

/// <summary>A customer has ordered.</summary>
[Message("orders.placed", Version = 1, Subject = "orders.{Region}.placed.v1")]
public sealed partial record OrderPlaced
{
    /// <summary>The order.</summary>
    [Key(0), IdempotencyKey] public required Guid OrderId { get; init; }

    /// <summary>Where it is sold and shipped: <c>eu</c>, <c>us</c> or <c>apac</c>.</summary>
    [Key(1)] public required string Region { get; init; }

    /// <summary>The sum of its lines.</summary>
    [Key(2)] public required decimal Total { get; init; }

    /// <summary>What was ordered.</summary>
    [Key(3)] public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Who ordered.</summary>
    [Key(4)] public string Customer { get; init; } = "";

    /// <summary>What the payment provider knows the customer's card by; never the card's number.</summary>
    [Key(5)] public string PaymentToken { get; init; } = "";
}
