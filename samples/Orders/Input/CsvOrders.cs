using Orders.Contracts;

namespace Orders;

/// <summary>Reads orders from CSV: one record per order line, the lines of an order one after the other.</summary>
internal static class CsvOrders
{
    /// <summary>Reads the orders with the line that each begins in. An order with a bad line is left out: half an order would be wrong.</summary>
    public static IEnumerable<(int Line, OrderPlaced Order)> Read(TextReader reader, Action<int, string> report)
    {
        var rows = new List<CsvRow>();
        Guid? current = null;
        var isBroken = false;
        var isHeader = true;
        foreach (var record in new CsvReader(reader).Read())
        {
            if (isHeader)
            {
                isHeader = false;
                if (!record.Fields.SequenceEqual(CsvRow.Columns, StringComparer.Ordinal))
                {
                    report(record.Line, $"the first line must be {string.Join(',', CsvRow.Columns)}");
                }

                continue;
            }

            var row = CsvRow.Parse(record, out var orderId, out var problem);
            if (orderId is not null && orderId != current)
            {
                if (rows.Count > 0 && !isBroken)
                {
                    yield return Combine(rows);
                }

                rows.Clear();
                (current, isBroken) = (orderId, false);
            }

            if (row is not null)
            {
                rows.Add(row);
            }
            else
            {
                // A line that names no order is missing from one: that order's total will not add up.
                report(record.Line, orderId is null ? problem : $"order {orderId}: {problem}");
                isBroken |= orderId is not null;
            }
        }

        if (rows.Count > 0 && !isBroken)
        {
            yield return Combine(rows);
        }
    }

    private static (int Line, OrderPlaced Order) Combine(List<CsvRow> rows)
    {
        var first = rows[0];
        return (first.Line, new OrderPlaced
        {
            OrderId = first.OrderId,
            Region = first.Region,
            Total = first.Total,
            Lines = [.. rows.Select(row => row.OrderLine)],
            Customer = first.Customer,
            PaymentToken = first.PaymentToken,
        });
    }
}
