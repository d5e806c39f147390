using System.Globalization;
using Orders.Contracts;

namespace Orders;

/// <summary>One line of an order in a CSV file; the order's own columns are repeated in each.</summary>
internal sealed record CsvRow(int Line, Guid OrderId, string Region, string Customer, string PaymentToken, decimal Total, OrderLine OrderLine)
{
    /// <summary>The columns, in this order; also the first line of the file.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["order_id", "region", "customer", "payment_token", "total", "sku", "quantity", "unit_price"];

    /// <summary>Reads a row.</summary>
    /// <param name="record">The record.</param>
    /// <param name="orderId">The order that it belongs to, also when the rest is broken; null when even that cannot be read.</param>
    /// <param name="problem">What is wrong, when the result is null.</param>
    public static CsvRow? Parse(CsvRecord record, out Guid? orderId, out string problem)
    {
        orderId = null;
        if (record.Error is { } error)
        {
            problem = error;
            return null;
        }

        if (record.Fields.Count > 0 && Guid.TryParseExact(record.Fields[0], "D", out var id))
        {
            orderId = id;
        }

        if (record.Fields is not [var idText, var region, var customer, var token, var totalText, var sku, var quantityText, var priceText])
        {
            problem = $"{record.Fields.Count} fields instead of {Columns.Count}";
            return null;
        }

        problem = "";
        if (orderId is null)
        {
            problem = $"order_id '{idText}' is no UUID";
        }
        else if (!TryParseAmount(totalText, out var total))
        {
            problem = $"total '{totalText}' is no amount";
        }
        else if (!int.TryParse(quantityText, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity))
        {
            problem = $"quantity '{quantityText}' is no whole number";
        }
        else if (!TryParseAmount(priceText, out var unitPrice))
        {
            problem = $"unit_price '{priceText}' is no amount";
        }
        else
        {
            return new CsvRow(record.Line, orderId.Value, region, customer, token, total, new OrderLine(sku, quantity, unitPrice));
        }

        return null;
    }

    private static bool TryParseAmount(string text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount);
}
