using Messaging.Codegen.Benchmarks.Contestants;

namespace Messaging.Codegen.Benchmarks;

/// <summary>Nobody is timed who does not read back what was written.</summary>
internal static class Verification
{
    private const int Instances = 20;

    /// <summary>Who does not, and what is wrong.</summary>
    public static IReadOnlyList<(Codec Codec, string Problem)> Check(IReadOnlyList<Codec> codecs)
    {
        List<(Codec, string)> problems = [];
        foreach (Codec codec in codecs)
        {
            if (codec.Check(Instances) is { } problem)
                problems.Add((codec, problem));
        }

        foreach (var same in codecs.Where(codec => codec.Contestant.IsOracleWire).GroupBy(codec => codec.Payload))
        {
            Codec first = same.First();
            byte[][] expected = first.Bytes(Instances);
            problems.AddRange(same
                .Where(codec => !codec.Bytes(Instances).Zip(expected, (own, other) => own.AsSpan().SequenceEqual(other)).All(equal => equal))
                .Select(codec => (codec, $"other bytes than {first.Contestant.Name}")));
        }

        return problems;
    }
}
