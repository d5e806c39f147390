using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG417: what several declarations say of one stream or one consumer must agree, or the application does not start: see StreamMerge and ConsumerComposer.</summary>
internal static class AgreementRules
{
    /// <summary>What a stream must be declared with alike, and what silence stands for.</summary>
    private static readonly (string Kind, string Default)[] StreamSettings =
    [
        (StreamFacts.Retention, "Limits"),
        (StreamFacts.Storage, "File"),
        (StreamFacts.MaxAge, ""),
        (StreamFacts.DuplicateWindow, "00:02:00"),
        (StreamFacts.MaxMessages, ""),
        (StreamFacts.MaxBytes, ""),
        (StreamFacts.Replicas, "1"),
        (StreamFacts.Discard, "Old"),
    ];

    /// <summary>What the handlers of a consumer may say once: those that are silent follow.</summary>
    private static readonly string[] ConsumerSettings =
    [
        HandlerFacts.MaxDeliver, HandlerFacts.Backoff, HandlerFacts.Concurrency, HandlerFacts.Prefetch, HandlerFacts.BatchSize,
        HandlerFacts.BatchWait, HandlerFacts.AckWait, HandlerFacts.RateLimit, HandlerFacts.DeliverFrom,
    ];

    public static IEnumerable<Diagnostic> Check(KnownTopology topology) => CheckStreams(topology.Streams).Concat(CheckConsumers(topology));

    private static IEnumerable<Diagnostic> CheckStreams(IReadOnlyList<KnownStream> streams)
    {
        for (var i = 0; i < streams.Count; i++)
        {
            var mine = streams[i];
            var other = mine.IsOwn ? streams.Take(i).FirstOrDefault(candidate => candidate.Name == mine.Name) : null;
            if (other is not null
                && Array.Find(StreamSettings, setting => Said(mine, setting) != Said(other, setting)) is { Kind: { } kind })
            {
                yield return Diagnostic.Create(Rules.DeclaredTwice, mine.Location, mine.Owner, other.Owner, "stream", mine.Name, kind);
            }
        }
    }

    private static string Said(KnownStream stream, (string Kind, string Default) setting) => stream.Settings[setting.Kind] ?? setting.Default;

    private static IEnumerable<Diagnostic> CheckConsumers(KnownTopology topology)
    {
        for (var i = 0; i < topology.Handlers.Count; i++)
        {
            var mine = topology.Handlers[i];
            if (!mine.IsOwn)
            {
                continue;
            }

            foreach (var other in topology.Handlers.Take(i).Where(other => other.Consumer == mine.Consumer))
            {
                // One name on two streams is two consumers.
                if (FindDifference(mine, other) is { } kind && topology.StreamsOf(mine).Intersect(topology.StreamsOf(other)).Any())
                {
                    yield return Diagnostic.Create(Rules.DeclaredTwice, mine.Location, mine.Display, other.Display, "consumer", mine.Consumer, kind);
                    break;
                }
            }
        }
    }

    private static string? FindDifference(KnownHandler mine, KnownHandler other)
    {
        if (mine.Settings[HandlerFacts.Batch] is not null || other.Settings[HandlerFacts.Batch] is not null)
        {
            return "the number of messages they take at a time, and a handler of batches must be alone on its consumer";
        }

        if (mine.Identity == other.Identity && mine.Settings[HandlerFacts.PartitionBy] != other.Settings[HandlerFacts.PartitionBy])
        {
            return HandlerFacts.PartitionBy;
        }

        return Array.Find(
            ConsumerSettings,
            kind => (mine.Settings[kind], other.Settings[kind]) is ({ } said, { } before) && said != before);
    }
}
