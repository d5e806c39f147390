using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>
/// MSG208: what is published must be stored by a stream. A library may leave its streams to the application, so it is only looked at when it
/// declares one itself; in an application every stream is known.
/// </summary>
internal static class CoverageRules
{
    public static IEnumerable<Diagnostic> Check(
        IReadOnlyList<DeclaredContract> contracts,
        IReadOnlyList<DeclaredHandler> handlers,
        KnownTopology topology)
    {
        if (!topology.IsComposition && !topology.Streams.Any(static stream => stream.IsOwn))
        {
            yield break;
        }

        var subjects = topology.Streams.SelectMany(static stream => stream.Subjects).ToList();
        var replies = new HashSet<string>(contracts.Select(static contract => contract.Header.Reply?.Name).OfType<string>(), StringComparer.Ordinal);
        foreach (var contract in contracts)
        {
            // Requests and replies travel without a stream.
            if (contract.Header.Reply is null
                && !replies.Contains(contract.Header.Type.Name)
                && FindGap(contract.Header.Subject.Filter, subjects) is { } gap)
            {
                yield return Diagnostic.Create(Rules.UncoveredSubject, contract.Location, contract.Header.Subject.Text, contract.Name, gap);
            }
        }

        var own = new HashSet<string>(contracts.Select(static contract => contract.Header.Identity), StringComparer.Ordinal);
        foreach (var handler in handlers.Where(handler => handler.Route.Reply is null && !own.Contains(handler.Route.Identity)))
        {
            foreach (var filter in handler.Route.Filters)
            {
                if (FindGap(filter, subjects) is { } gap && SilentFilterRules.FindOthers(topology, handler.Route.Identity, filter).Count == 0)
                {
                    yield return Diagnostic.Create(Rules.UncoveredSubject, handler.Location, filter, handler.Route.Display, gap);
                }
            }
        }
    }

    private static string? FindGap(string filter, IReadOnlyList<string> subjects)
    {
        if (subjects.Any(subject => SubjectFilters.IsSubset(filter, subject)))
        {
            return null;
        }

        return subjects.FirstOrDefault(subject => SubjectFilters.Collides(filter, subject)) is { } part
            ? $"the stream subject '{part}' stores only a part of it: widen one of them or narrow the other"
            : "no stream stores it: correct it, or add it to the subjects of a stream";
    }
}
