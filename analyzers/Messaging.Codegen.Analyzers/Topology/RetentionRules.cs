using System.Collections.Immutable;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>
/// MSG416: a stream with interest retention drops what no consumer waits for, and a stream with limits but none set grows until the disk is full.
/// A library leaves handlers and limits to others.
/// </summary>
internal static class RetentionRules
{
    public static IEnumerable<Diagnostic> Check(KnownTopology topology)
    {
        foreach (var stream in topology.IsComposition ? topology.Streams.Where(static stream => stream.IsOwn) : [])
        {
            if (stream.Settings[StreamFacts.Retention] == "Interest")
            {
                if (!topology.Handlers.Any(handler => handler.Filters.Any(stream.StoresSomeOf)))
                {
                    yield return Create(
                        stream, DiagnosticSeverity.Warning, ImmutableDictionary<string, string?>.Empty,
                        "has Retention = Interest and no handler here: it drops each message at once that no consumer waits for, add a handler or keep messages by limits");
                }
            }
            else if (stream.Settings[StreamFacts.Retention] is null or "Limits"
                && (stream.Settings[StreamFacts.MaxAge] ?? stream.Settings[StreamFacts.MaxMessages] ?? stream.Settings[StreamFacts.MaxBytes]) is null)
            {
                yield return Create(
                    stream, DiagnosticSeverity.Info, FixProperties.ForOption("MaxAge", "\"7d\""),
                    "keeps every message for ever: set MaxAge, MaxMessages or MaxBytes");
            }
        }
    }

    private static Diagnostic Create(KnownStream stream, DiagnosticSeverity severity, ImmutableDictionary<string, string?> properties, string trap) =>
        Diagnostic.Create(Rules.RetentionTrap, stream.Location, severity, additionalLocations: null, properties, stream.Name, trap);
}
