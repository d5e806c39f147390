using FsCheck;
using FsCheck.Fluent;
using Messaging.Codegen.Contracts;

namespace Messaging.Codegen.Serialization.Tests.Graphs;

/// <summary>The choices behind one graph.</summary>
public sealed record Tape(uint[] Numbers)
{
    public object Make(ContractCase contract) => contract.Make(new Choices(Numbers));

    public override string ToString() => $"[{string.Join(", ", Numbers)}]";
}

/// <summary>Tapes for properties, and how they shrink: pieces are cut out, then numbers made smaller.</summary>
public static class Tapes
{
    private const int LongTape = 3000;

    public static Arbitrary<Tape> Any() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(0, LongTape)
        select Roll(seed, length),
        Shrink);

    private static Tape Roll(int seed, int length)
    {
        var random = new Random(seed);
        return new Tape([.. Enumerable.Range(0, length).Select(_ => (uint)random.NextInt64(1L << 32))]);
    }

    private static IEnumerable<Tape> Shrink(Tape tape)
    {
        uint[] numbers = tape.Numbers;
        for (int size = numbers.Length; size > 0; size /= 2)
        {
            for (int at = 0; at < numbers.Length; at += size)
                yield return new Tape([.. numbers[..at], .. numbers[Math.Min(at + size, numbers.Length)..]]);
        }
        for (int at = 0; at < numbers.Length; at++)
        {
            for (uint smaller = 0; smaller < numbers[at]; smaller += Math.Max((numbers[at] - smaller) / 2, 1))
                yield return new Tape([.. numbers[..at], smaller, .. numbers[(at + 1)..]]);
        }
    }
}
