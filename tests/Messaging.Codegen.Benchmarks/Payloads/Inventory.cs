using MessagePack;

namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>A dictionary of 48 and a list of 32 small objects, about 1.3 KB.</summary>
[Message("bench.inventory"), MessagePackObject]
public sealed partial class Inventory
{
    [Key(0)] public Dictionary<string, int> Stock { get; set; } = [];

    [Key(1)] public List<Shelf> Shelves { get; set; } = [];

    public static Inventory Create(Random random)
    {
        Dictionary<string, int> stock = [];
        while (stock.Count < 48)
            stock[random.NextIdentifier(random.Next(8, 13))] = random.Next(0, 1_000);
        return new() { Stock = stock, Shelves = [.. Enumerable.Range(0, 32).Select(_ => Shelf.Create(random))] };
    }
}

[MessagePackObject]
public sealed class Shelf
{
    [Key(0)] public string Name { get; set; } = "";

    [Key(1)] public int Items { get; set; }

    [Key(2)] public bool IsLocked { get; set; }

    public static Shelf Create(Random random) => new()
    {
        Name = random.NextIdentifier(random.Next(12, 17)),
        Items = random.Next(0, 500),
        IsLocked = random.Next(2) == 0,
    };
}
