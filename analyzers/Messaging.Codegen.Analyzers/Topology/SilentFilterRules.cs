using System.Collections.Immutable;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>
/// MSG408: a handler that is narrowed to what no stream stores, although its contract is stored. Servers since 2.10 take such a consumer and never
/// deliver anything. A contract that is not stored at all is MSG208.
/// </summary>
internal static class SilentFilterRules
{
    // "ue" for "eu", "noth" for "north".
    private const int MaxEdits = 2;

    public static IEnumerable<Diagnostic> Check(KnownTopology topology)
    {
        if (!topology.IsComposition && !topology.Streams.Any(static stream => stream.IsOwn))
        {
            yield break;
        }

        foreach (var handler in topology.Handlers.Where(static handler => handler.IsOwn))
        {
            foreach (var (filter, identity) in handler.Routes)
            {
                var stored = FindOthers(topology, identity, filter);
                if (stored.Count > 0)
                {
                    yield return Diagnostic.Create(
                        Rules.SilentFilter, handler.Location, Advice(filter, stored, topology.ContractFilters[identity]), handler.Display, filter, stored[0]);
                }
            }
        }
    }

    /// <summary>The stream subjects that store messages of a contract when none stores any that pass a handler's filter; else nothing.</summary>
    public static IReadOnlyList<string> FindOthers(KnownTopology topology, string identity, string filter)
    {
        if (topology.Streams.Any(stream => stream.StoresSomeOf(filter)) || !topology.ContractFilters.TryGetValue(identity, out var whole))
        {
            return [];
        }

        return [.. topology.Streams.SelectMany(static stream => stream.Subjects).Where(subject => SubjectFilters.Collides(subject, whole))];
    }

    /// <summary>A value that was asked for, and the stored one that it looks like.</summary>
    private static ImmutableDictionary<string, string?> Advice(string filter, IReadOnlyList<string> stored, string whole)
    {
        var (tokens, places) = (filter.Split('.'), whole.Split('.'));
        (int Edits, string Token, string Nearest)? best = null;
        foreach (var subject in stored.Select(static subject => subject.Split('.')))
        {
            for (var i = 0; i < Math.Min(tokens.Length, subject.Length); i++)
            {
                if (places[i] != "*" || subject[i] is "*" or ">" || subject[i] == tokens[i])
                {
                    continue;
                }

                var corrected = (string[])tokens.Clone();
                corrected[i] = subject[i];
                var edits = EditDistance.Between(tokens[i], subject[i]);
                if (edits <= MaxEdits && (best is null || edits < best.Value.Edits) && SubjectAlgebra.Overlaps(corrected, subject))
                {
                    best = (edits, tokens[i], subject[i]);
                }
            }
        }

        return best is { } found
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Token, found.Token).Add(FixProperties.Nearest, found.Nearest)
            : ImmutableDictionary<string, string?>.Empty;
    }
}
