using System.Runtime.CompilerServices;
using Messaging.Codegen.Benchmarks.Contestants;
using Messaging.Codegen.Benchmarks.Measuring;
using Messaging.Codegen.Benchmarks.Payloads;

namespace Messaging.Codegen.Benchmarks.Reporting;

/// <summary>The goals of the serializer, as far as a run can tell about them.</summary>
internal static class Goals
{
    /// <summary>Every goal about which <paramref name="race"/> has the figures.</summary>
    public static IReadOnlyList<Goal> Of(Race race)
    {
        List<Goal> goals = [];
        if (!RuntimeFeature.IsDynamicCodeSupported)
            Mean(goals, race, MessagePackGenerated.Name, "all", _ => true, 4);
        else if (race.Direction == Direction.Serialize)
            AgainstMessagePack(goals, race, gate: 4.5, goal: 6, worst: 2.5);
        else
            AgainstMessagePack(goals, race, gate: 3.4, goal: 4.5, worst: 2.2);

        if (race.Direction == Direction.Serialize)
        {
            AgainstMemoryPack(goals, race, gate: 1.8, goal: 2.4);
            goals.Add(new($"{race.Direction}: bytes allocated", Own(race).Max(own => own.AllocatedBytes), 0, IsMaximum: true));
        }
        else
        {
            AgainstMemoryPack(goals, race, gate: 1.05, goal: 1.35);
            Graph(goals, race);
            Pieces(goals, race);
        }

        return goals;
    }

    private static void AgainstMessagePack(List<Goal> goals, Race race, double gate, double goal, double worst)
    {
        Mean(goals, race, MessagePackCSharp.Name, "all", _ => true, goal, gate);
        Worst(goals, race, MessagePackCSharp.Name, _ => true, worst);
    }

    private static void AgainstMemoryPack(List<Goal> goals, Race race, double gate, double goal)
    {
        Mean(goals, race, MemoryPackBinary.Name, "no arrays", payload => !payload.IsArrays, goal, gate);
        Worst(goals, race, MemoryPackBinary.Name, payload => !payload.IsArrays, 1);
    }

    private static void Mean(List<Goal> goals, Race race, string reference, string means, Func<Payload, bool> included, double goal, double? gate = null)
    {
        if (race.Speed(Ours.Name, reference, included) is not { } speed)
            return;
        string what = $"{race.Direction}: speed against {reference}, {means}";
        goals.Add(new(what, speed, goal));
        if (gate is { } bound)
            goals.Add(new(what, speed, bound, IsGate: true));
    }

    private static void Worst(List<Goal> goals, Race race, string reference, Func<Payload, bool> included, double goal)
    {
        foreach (Payload payload in race.Payloads.Where(included))
        {
            if (race.Speed(Ours.Name, reference, payload) is { } speed)
                goals.Add(new($"{race.Direction}: speed against {reference}, {payload.Name}", speed, goal));
        }
    }

    // MessagePack-CSharp allocates nothing but the graph.
    private static void Graph(List<Goal> goals, Race race)
    {
        foreach (Payload payload in race.Payloads)
        {
            if (race.Find(Ours.Name, payload) is { } own && race.Find(AllContestants.Reference, payload) is { } graph)
                goals.Add(new($"{race.Direction}: allocation against the graph's, {payload.Name}", own.AllocatedBytes / graph.AllocatedBytes, 1, IsMaximum: true));
        }
    }

    private static void Pieces(List<Goal> goals, Race race)
    {
        foreach (string pieces in race.Names.Where(name => name.StartsWith(Ours.Name + "/", StringComparison.Ordinal)))
        {
            foreach (Payload payload in race.Payloads)
            {
                if (race.Speed(Ours.Name, pieces, payload) is { } factor)
                    goals.Add(new($"{race.Direction}: time of {pieces} segments against one, {payload.Name}", factor, 1.5, IsMaximum: true));
            }
        }
    }

    private static IEnumerable<Series> Own(Race race) => race.Payloads.Select(payload => race.Find(Ours.Name, payload)).OfType<Series>();
}
