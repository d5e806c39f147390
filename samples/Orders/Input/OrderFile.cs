using System.Text;
using Orders.Contracts;

namespace Orders;

/// <summary>Reads orders from a CSV file or from a file of JSON lines, and goes on behind bad lines.</summary>
public static class OrderFile
{
    /// <summary>The extensions that <see cref="Read"/> understands.</summary>
    public static readonly IReadOnlyList<string> Extensions = [".csv", ".jsonl"];

    /// <summary>Reads the orders one by one.</summary>
    /// <param name="path">A <c>.csv</c> or <c>.jsonl</c> file in UTF-8.</param>
    /// <param name="reportBadLine">Gets the lines that are left out.</param>
    public static IEnumerable<OrderPlaced> Read(string path, Action<BadLine> reportBadLine)
    {
        void Report(int line, string reason) => reportBadLine(new BadLine(path, line, reason));

        using var reader = new StreamReader(path, Encoding.UTF8);
        var orders = Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase)
            ? JsonOrders.Read(reader, Report)
            : CsvOrders.Read(reader, Report);

        // The stream would take a second order of the same id for a copy of the first, and drop it.
        var known = new Dictionary<Guid, int>();
        foreach (var (line, order) in orders)
        {
            if (OrderRules.FindProblem(order) is { } problem)
            {
                Report(line, $"order {order.OrderId}: {problem}");
            }
            else if (!known.TryAdd(order.OrderId, line))
            {
                Report(line, $"order {order.OrderId}: the same id is in line {known[order.OrderId]}");
            }
            else
            {
                yield return order;
            }
        }
    }
}
