using MessagePack;

namespace Messaging.Codegen.Benchmarks.Payloads;

/// <summary>A thousand doubles and a thousand ints, about 12.25 KB.</summary>
[Message("bench.readings"), MessagePackObject]
public sealed partial class Readings
{
    private const int Count = 1_000;

    [Key(0)] public double[] Values { get; set; } = [];

    [Key(1)] public int[] Counters { get; set; } = [];

    public static Readings Create(Random random) => new()
    {
        Values = [.. Enumerable.Range(0, Count).Select(_ => (random.NextDouble() - 0.5) * 1e6)],
        Counters = [.. Enumerable.Range(0, Count).Select(_ => NextCounter(random))],
    };

    // Every width of the wire in random order, a quarter negative: the worst case for a format with minimal integers.
    private static int NextCounter(Random random)
    {
        int magnitude = random.Next(5) switch
        {
            0 => random.Next(0, 32),
            1 => random.Next(128, 256),
            2 => random.Next(256, 32_768),
            _ => random.Next(65_536, int.MaxValue),
        };
        return random.Next(4) == 0 ? -magnitude : magnitude;
    }
}
