using System.Globalization;
using Orders.Contracts;

namespace Orders;

/// <summary>What every order must fulfil, whatever file it comes from.</summary>
internal static class OrderRules
{
    private static readonly string[] Regions = ["apac", "eu", "us"];

    /// <summary>What is wrong with an order, or null when nothing is.</summary>
    public static string? FindProblem(OrderPlaced order)
    {
        if (order.OrderId == Guid.Empty)
        {
            return "it needs an id";
        }

        if (!Regions.Contains(order.Region, StringComparer.Ordinal))
        {
            return $"the region '{order.Region}' is none of {string.Join(", ", Regions)}";
        }

        // A JSON object without these members gives null in spite of the types: the serializer sets every init-only member.
        if (order is { Customer: null or "" } or { PaymentToken: null or "" })
        {
            return "it needs a customer and a payment token";
        }

        if (order.Customer.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return "the customer's name is not valid UTF-8";
        }

        if (order.Lines is not { Count: > 0 })
        {
            return "it has no lines";
        }

        foreach (var line in order.Lines)
        {
            if (FindProblem(line) is { } problem)
            {
                return problem;
            }
        }

        var sum = order.Lines.Sum(line => line.Quantity * line.UnitPrice);
        return sum == order.Total
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"its lines add up to {sum}, but its total is {order.Total}");
    }

    private static string? FindProblem(OrderLine? line) => line switch
    {
        null or { Sku: null or "" } => "a line names no article",
        { Quantity: < 1 or > 10_000 } => string.Create(CultureInfo.InvariantCulture, $"the quantity {line.Quantity} is not between 1 and 10000"),
        { UnitPrice: < 0m or > 1_000_000m } => string.Create(CultureInfo.InvariantCulture, $"the unit price {line.UnitPrice} is not between 0 and 1000000"),
        _ => null,
    };
}
