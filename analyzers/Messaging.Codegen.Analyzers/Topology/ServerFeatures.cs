using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>
/// MSG410: options that came with a version of nats-server, by its release notes. An older one ignores what it does not know, and does something else.
/// </summary>
internal static class ServerFeatures
{
    private static readonly Version SeveralFilters = new(2, 10);

    private static readonly (string Fact, string Option, Version Needed, string Effect)[] StreamOptions =
    [
        (StreamFacts.MessageTtl, "AllowMessageTtl", new(2, 11), "keep messages for ever that were to be gone"),
        (StreamFacts.AtomicBatches, "AllowAtomicBatches", new(2, 12), "store a part of a batch when it fails"),
        (StreamFacts.Schedules, "AllowSchedules", new(2, 12), "never deliver what is to wait for its time"),
    ];

    /// <param name="topology">What the application declares.</param>
    /// <param name="target">The oldest server that it will meet.</param>
    public static IEnumerable<Diagnostic> Check(KnownTopology topology, Version target)
    {
        foreach (var stream in topology.Streams.Where(static stream => stream.IsOwn))
        {
            var allowed = stream.Settings[StreamFacts.Allow]?.Split(' ') ?? [];
            foreach (var (fact, option, needed, effect) in StreamOptions)
            {
                if (target < needed && allowed.Contains(fact))
                {
                    yield return Diagnostic.Create(
                        Rules.OptionTooNew, stream.PlaceOf(option), $"{option} of the stream", stream.Name, needed, target, effect);
                }
            }
        }

        if (target < SeveralFilters)
        {
            foreach (var diagnostic in CheckFilters(topology, target))
            {
                yield return diagnostic;
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckFilters(KnownTopology topology, Version target)
    {
        var seen = new Dictionary<(string Stream, string Consumer), HashSet<string>>();
        foreach (var handler in topology.Handlers)
        {
            var isReported = false;
            foreach (var stream in topology.StreamsOf(handler).Select(static stream => stream.Name).Distinct())
            {
                if (!seen.TryGetValue((stream, handler.Consumer), out var filters))
                {
                    seen.Add((stream, handler.Consumer), filters = new(StringComparer.Ordinal));
                }

                filters.UnionWith(handler.Filters);
                isReported |= filters.Count > 1;
            }

            if (isReported && handler.IsOwn)
            {
                yield return Diagnostic.Create(
                    Rules.OptionTooNew, handler.Location, "More than one subject for the consumer", handler.Consumer, SeveralFilters, target,
                    "deliver every message of the stream");
            }
        }
    }
}
