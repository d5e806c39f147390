namespace Messaging.Codegen.Testing;

/// <summary>What may go wrong.</summary>
internal enum ChaosKind
{
    Duplicate,
    Delay,
    CrashBeforeAck,
    Poison,
    Slow,
}

/// <summary>One thing that goes wrong, and for whom.</summary>
/// <param name="Kind">What.</param>
/// <param name="Probability">For each message and consumer, 0 to 1.</param>
internal sealed record ChaosRule(ChaosKind Kind, double Probability)
{
    /// <summary>How long, where that means anything.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The last delivery of a message that it may hit.</summary>
    public int Times { get; init; } = Kind is ChaosKind.Slow or ChaosKind.Poison ? int.MaxValue : 1;

    /// <summary>Which messages; null means all.</summary>
    public Func<MessageContext, Recorder, bool>? Concerns { get; init; }
}

/// <summary>A delivery as the dice see it.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="Sequence">The message's sequence.</param>
/// <param name="DeliveryCount">Which delivery of it.</param>
internal readonly record struct ChaosTarget(string Consumer, ulong Sequence, int DeliveryCount)
{
    /// <summary>Two numbers from 0 to below 1 that belong to the message and the kind: the same ones in every run.</summary>
    public double Draw(int seed, ChaosKind kind, out double second)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var character in Consumer)
        {
            hash = Mix(hash ^ character);
        }

        hash = Mix(Mix(hash ^ Sequence) ^ (ulong)kind);
        second = Fraction(Mix(hash + 1));
        return Fraction(hash);
    }

    private static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
