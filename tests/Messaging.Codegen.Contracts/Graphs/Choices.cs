namespace Messaging.Codegen.Contracts;

/// <summary>
/// Where a graph's random choices come from: a seed, or a tape of numbers. Zero is always the simplest choice, and behind its end a tape is all
/// zeros, so whatever makes the tape shorter or its numbers smaller makes the graph simpler: that is how graphs are shrunk.
/// </summary>
public sealed class Choices
{
    private readonly uint[]? _tape;
    private ulong _state;
    private int _taken;

    /// <summary>Choices without end; the same ones for the same seed, on every machine.</summary>
    /// <param name="seed">Any number.</param>
    public Choices(ulong seed) => _state = seed;

    /// <summary>Choices from a tape.</summary>
    /// <param name="tape">Any numbers.</param>
    public Choices(uint[] tape) => _tape = tape;

    /// <summary>A number below <paramref name="bound"/>.</summary>
    /// <param name="bound">At least 1.</param>
    public int Below(int bound) => (int)(((ulong)Next() * (uint)bound) >> 32);

    /// <summary>True once in <paramref name="times"/>.</summary>
    /// <param name="times">At least 1.</param>
    public bool Once(int times) => Below(times) == times - 1;

    /// <summary>64 random bits.</summary>
    public ulong Bits() => ((ulong)Next() << 32) | Next();

    private uint Next()
    {
        if (_tape is not null)
            return _taken < _tape.Length ? _tape[_taken++] : 0;
        // SplitMix64, by Guy Steele, Doug Lea and Christine Flood.
        ulong z = _state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return (uint)((z ^ (z >> 31)) >> 32);
    }
}
