using System.Text.Json.Serialization;
using MessagePack;

namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>Twenty entries of four kinds, about 600 bytes.</summary>
[Message("bench.ledger"), MessagePackObject]
public sealed partial class Ledger
{
    [Key(0)] public List<ILedgerEntry> Entries { get; set; } = [];

    public static Ledger Create(Random random) =>
        new() { Entries = [.. Enumerable.Range(0, 20).Select(_ => LedgerEntries.Create(random))] };
}

[Union(0, typeof(Deposited))]
[Union(1, typeof(Renamed))]
[Union(2, typeof(Moved))]
[Union(3, typeof(Closed))]
[JsonDerivedType(typeof(Deposited), 0)]
[JsonDerivedType(typeof(Renamed), 1)]
[JsonDerivedType(typeof(Moved), 2)]
[JsonDerivedType(typeof(Closed), 3)]
public interface ILedgerEntry;

[MessagePackObject]
public sealed class Deposited : ILedgerEntry
{
    [Key(0)] public long Account { get; set; }

    [Key(1)] public decimal Amount { get; set; }

    [Key(2)] public string Reference { get; set; } = "";
}

[MessagePackObject]
public sealed class Renamed : ILedgerEntry
{
    [Key(0)] public long Account { get; set; }

    [Key(1)] public string Name { get; set; } = "";

    [Key(2)] public int Revision { get; set; }
}

[MessagePackObject]
public sealed class Moved : ILedgerEntry
{
    [Key(0)] public long Account { get; set; }

    [Key(1)] public double Latitude { get; set; }

    [Key(2)] public double Longitude { get; set; }
}

[MessagePackObject]
public sealed class Closed : ILedgerEntry
{
    [Key(0)] public long Account { get; set; }

    [Key(1)] public DateTime At { get; set; }

    [Key(2)] public bool IsFinal { get; set; }

    [Key(3)] public int Reason { get; set; }
}

internal static class LedgerEntries
{
    public static ILedgerEntry Create(Random random)
    {
        long account = random.NextInt64(1L << 24, 1L << 32);
        return random.Next(4) switch
        {
            0 => new Deposited { Account = account, Amount = random.NextPrice(1, 10_000), Reference = random.NextIdentifier(24) },
            1 => new Renamed { Account = account, Name = random.NextSentence(Corpus.Latin, 3), Revision = random.Next(1, 1_000) },
            2 => new Moved { Account = account, Latitude = (random.NextDouble() * 180) - 90, Longitude = (random.NextDouble() * 360) - 180 },
            _ => new Closed { Account = account, At = random.NextTime(), IsFinal = random.Next(2) == 0, Reason = random.Next(100, 70_000) },
        };
    }
}
