using System.Text.Json;
using System.Text.Json.Serialization;
using Orders.Contracts;

namespace Orders;

/// <summary>Reads orders from JSON lines: one object per line, named as the members of <see cref="OrderPlaced"/>.</summary>
internal static class JsonOrders
{
    /// <summary>Reads the orders with the lines that they stand in.</summary>
    public static IEnumerable<(int Line, OrderPlaced Order)> Read(TextReader reader, Action<int, string> report)
    {
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text) && Parse(text, line, report) is { } order)
            {
                yield return (line, order);
            }
        }
    }

    private static OrderPlaced? Parse(string text, int line, Action<int, string> report)
    {
        try
        {
            var order = JsonSerializer.Deserialize(text, OrderJsonContext.Default.OrderPlaced);
            if (order is null)
            {
                report(line, "null is no order");
            }

            return order;
        }
        catch (JsonException e)
        {
            report(line, e.Message);
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OrderPlaced))]
internal sealed partial class OrderJsonContext : JsonSerializerContext;
