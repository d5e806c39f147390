using MessagePack;

namespace Messaging.Codegen.Benchmarks.Payloads;

public enum Channel
{
    Unknown = 0,
    Web = 1,
    Phone = 2,
    Shop = 3,
}

/// <summary>An event of six scalars, 76 bytes.</summary>
[Message("bench.small"), MessagePackObject]
public sealed partial class SmallEvent
{
    [Key(0)] public Guid Id { get; set; }

    [Key(1)] public string Name { get; set; } = "";

    [Key(2)] public long Sequence { get; set; }

    [Key(3)] public decimal Amount { get; set; }

    [Key(4)] public DateTime At { get; set; }

    [Key(5)] public Channel Channel { get; set; }

    public static SmallEvent Create(Random random) => new()
    {
        Id = random.NextGuid(),
        Name = random.NextIdentifier(12),
        Sequence = random.NextInt64(1L << 24, 1L << 32),
        Amount = random.NextPrice(1_000, 10_000),
        At = random.NextTime(),
        Channel = (Channel)random.Next(4),
    };
}
