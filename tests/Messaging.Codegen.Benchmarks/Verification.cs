using Messaging.Codegen.Benchmarks.Contestants;

namespace Messaging.Codegen.Benchmarks;

/// <summary>Nobody is timed who does not read back what was written.</summary>
internal static class Verification
{
    private const int Instances = 20;

    /// <summary>What is wrong, or nothing.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<Codec> codecs)
    {
        List<string> problems = [];
        foreach (Codec codec in codecs)
        {
            if (codec.Check(Instances) is { } problem)
                problems.Add($"{codec.Contestant.Name}, {codec.Payload.Name}: {problem}");
        }

        foreach (var same in codecs.Where(codec => codec.Contestant.IsOracleWire).GroupBy(codec => codec.Payload))
        {
            Codec first = same.First();
            byte[][] expected = first.Bytes(Instances);
            problems.AddRange(same
                .Where(codec => !codec.Bytes(Instances).Zip(expected, (own, other) => own.AsSpan().SequenceEqual(other)).All(equal => equal))
                .Select(codec => $"{codec.Contestant.Name}, {codec.Payload.Name}: other bytes than {first.Contestant.Name}"));
        }

        return problems;
    }
}
