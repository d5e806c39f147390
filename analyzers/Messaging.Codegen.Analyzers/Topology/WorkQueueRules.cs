using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>
/// MSG403 and MSG404: a work queue gives every message to one consumer, from the first one on. Servers before 2.10.14 let two filters pass that overlap
/// in part, and gave the messages to both, so any overlap counts.
/// </summary>
internal static class WorkQueueRules
{
    public static IEnumerable<Diagnostic> Check(KnownTopology topology)
    {
        var queues = topology.Streams.Where(static stream => stream.IsWorkQueue).ToList();
        for (var i = 0; queues.Count > 0 && i < topology.Handlers.Count; i++)
        {
            var handler = topology.Handlers[i];
            if (!handler.IsOwn || queues.Find(stream => handler.Filters.Any(stream.StoresSomeOf)) is not { } queue)
            {
                continue;
            }

            if (handler.Settings[HandlerFacts.DeliverFrom] == "New")
            {
                yield return Diagnostic.Create(
                    Rules.WorkQueueStart, handler.Location, FixProperties.ForOption("DeliverFrom", value: null), handler.Display, queue.Name);
            }

            if (FindRival(handler, topology.Handlers.Take(i), queues) is var (rival, filter, rivalQueue))
            {
                yield return Diagnostic.Create(
                    Rules.OverlappingWorkers, handler.Location, handler.Display, filter, rivalQueue.Name, handler.Consumer, rival.Display, rival.Consumer);
            }
        }
    }

    private static (KnownHandler Rival, string Filter, KnownStream Queue)? FindRival(
        KnownHandler handler, IEnumerable<KnownHandler> others, IReadOnlyList<KnownStream> queues)
    {
        foreach (var other in others.Where(other => other.Consumer != handler.Consumer))
        {
            if (handler.FindShared(other) is { } filter
                && queues.FirstOrDefault(stream => stream.StoresSomeOf(filter) && other.Filters.Any(stream.StoresSomeOf)) is { } queue)
            {
                return (other, filter, queue);
            }
        }

        return null;
    }
}
