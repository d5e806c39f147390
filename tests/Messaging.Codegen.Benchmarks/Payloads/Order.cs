using MessagePack;

namespace Messaging.Codegen.Benchmarks.Payloads;

public enum OrderStatus
{
    Unknown = 0,
    Placed = 1,
    Paid = 2,
    Shipped = 3,
}

/// <summary>An order with five lines, about 370 bytes.</summary>
[Message("bench.order"), MessagePackObject]
public sealed partial class Order
{
    [Key(0)] public Guid Id { get; set; }

    [Key(1)] public string Customer { get; set; } = "";

    [Key(2)] public string Email { get; set; } = "";

    [Key(3)] public DateTime PlacedAt { get; set; }

    [Key(4)] public OrderStatus Status { get; set; }

    [Key(5)] public string Currency { get; set; } = "";

    [Key(6)] public decimal Total { get; set; }

    [Key(7)] public string Country { get; set; } = "";

    [Key(8)] public string Street { get; set; } = "";

    [Key(9)] public List<OrderLine> Lines { get; set; } = [];

    public static Order Create(Random random)
    {
        List<OrderLine> lines = [.. Enumerable.Range(0, 5).Select(_ => OrderLine.Create(random))];
        return new()
        {
            Id = random.NextGuid(),
            Customer = random.NextSentence(Corpus.Latin, 3),
            Email = random.NextIdentifier(9) + "@example.com",
            PlacedAt = random.NextTime(),
            Status = (OrderStatus)random.Next(4),
            Currency = "EUR",
            Total = lines.Sum(line => line.UnitPrice * line.Quantity),
            Country = "DE",
            Street = random.NextSentence(Corpus.Accented, 2) + " 17",
            Lines = lines,
        };
    }
}

[MessagePackObject]
public sealed class OrderLine
{
    [Key(0)] public string Sku { get; set; } = "";

    [Key(1)] public string Title { get; set; } = "";

    [Key(2)] public int Quantity { get; set; }

    [Key(3)] public string Unit { get; set; } = "";

    [Key(4)] public decimal UnitPrice { get; set; }

    [Key(5)] public decimal Discount { get; set; }

    public static OrderLine Create(Random random) => new()
    {
        Sku = random.NextIdentifier(12),
        Title = random.NextSentence(Corpus.Latin, 3),
        Quantity = random.Next(1, 200),
        Unit = "pcs",
        UnitPrice = random.NextPrice(5, 2_000),
        Discount = random.NextPrice(0, 5),
    };
}
