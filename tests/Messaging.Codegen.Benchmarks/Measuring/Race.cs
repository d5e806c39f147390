using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Measuring;

internal enum Direction
{
    Serialize,
    Deserialize,
}

/// <summary>Everybody's series of one direction.</summary>
internal sealed class Race
{
    private readonly List<Series> _series = [];

    private Race(Direction direction) => Direction = direction;

    public Direction Direction { get; }

    public IReadOnlyList<Payload> Payloads => [.. _series.Select(series => series.Work.Codec.Payload).Distinct()];

    public IReadOnlyList<string> Names => [.. _series.Select(series => series.Work.Name).Distinct()];

    /// <summary>The series of a row and a column, or null when that contestant does not take part.</summary>
    public Series? Find(string name, Payload payload) =>
        _series.Find(series => series.Work.Name == name && series.Work.Codec.Payload == payload);

    /// <summary>How many times as fast as <paramref name="reference"/>, or null when one of them does not take part.</summary>
    public double? Speed(string name, string reference, Payload payload) =>
        Find(name, payload) is { } own && Find(reference, payload) is { } other ? own.SpeedAgainst(other) : null;

    /// <summary>The geometric mean of the speeds over the payloads in which both take part, or null when there is none.</summary>
    public double? Speed(string name, string reference, Func<Payload, bool> included)
    {
        double[] speeds = [.. Payloads.Where(included).Select(payload => Speed(name, reference, payload)).OfType<double>()];
        return speeds.Length == 0 ? null : Statistics.GeometricMean(speeds);
    }

    /// <summary>Warms everything up, then measures payload by payload.</summary>
    /// <param name="segments">The number of pieces of the input; with more than one, the whole input is measured beside it.</param>
    public static IReadOnlyList<Race> Run(IReadOnlyList<Codec> codecs, IReadOnlyList<Direction> directions, int instances, int segments, Effort effort)
    {
        var random = new Random(1);
        var works = directions.ToDictionary(direction => direction, direction => Works(codecs, direction, instances, segments));
        WarmUp.Run([.. works.Values.SelectMany(list => list)], effort, random);
        return [.. directions.Select(direction => Run(direction, works[direction], effort, random))];
    }

    private static Race Run(Direction direction, IReadOnlyList<Work> works, Effort effort, Random random)
    {
        var race = new Race(direction);
        foreach (IGrouping<Payload, Work> heat in works.GroupBy(work => work.Codec.Payload))
        {
            Series[] series = [.. heat.Select(work => new Series(work, effort))];
            race._series.AddRange(series);
            for (int round = 0; round < effort.Rounds; round++)
            {
                random.Shuffle(series);
                foreach (Series turn in series)
                    turn.Measure(round);
            }
        }
        return race;
    }

    private static List<Work> Works(IReadOnlyList<Codec> codecs, Direction direction, int instances, int segments)
    {
        List<Work> works = [];
        foreach (Codec codec in codecs)
        {
            works.Add(direction == Direction.Serialize ? codec.Serialize(instances) : codec.Deserialize(instances, 1));
            if (direction == Direction.Deserialize && segments > 1)
                works.Add(codec.Deserialize(instances, segments));
        }
        return works;
    }
}
