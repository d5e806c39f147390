using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG511: the older versions that a handler should get by upcasters come to it, by one way, and once.</summary>
internal static class UpcastRules
{
    /// <param name="handlers">The handlers of the compilation, with the older versions that they get.</param>
    /// <param name="versions">The ways between versions.</param>
    /// <param name="topology">All handlers that are known.</param>
    /// <returns>What is wrong, and the version that it is about.</returns>
    public static IEnumerable<(string Version, Diagnostic Diagnostic)> Check(
        IReadOnlyList<DeclaredHandler> handlers, VersionWalk versions, KnownTopology topology)
    {
        var handled = new HashSet<string>(topology.Handlers.SelectMany(static handler => handler.Identities), StringComparer.Ordinal);
        foreach (var handler in handlers.Where(static handler => handler.Route.Reply is null))
        {
            var problems = Unreached(handler, versions, handled).Concat(Doubled(handler, versions)).Concat(Rivals(handler, topology));
            foreach (var (version, problem) in problems)
            {
                yield return (version, Diagnostic.Create(
                    Rules.VersionWithoutHandler, handler.Location, handler.Route.Display, handler.Route.Identity, problem));
            }
        }
    }

    /// <summary>Older versions that have an upcaster and still do not come.</summary>
    private static IEnumerable<(string Version, string Problem)> Unreached(DeclaredHandler handler, VersionWalk versions, ISet<string> handled)
    {
        var route = handler.Route;
        foreach (var ways in versions.Upcasts.GroupBy(static upcast => upcast.From).Where(ways => IsOlder(ways.Key, route.Identity)))
        {
            if (ways.Count() > 1)
            {
                yield return (ways.Key, $"does not get '{ways.Key}': {string.Join(" and ", ways.Select(static way => $"'{way.MetadataName}'"))} both turn it into something; keep one of them");
            }
            else if (versions.Chains.Way(ways.Key, route.Identity) is null
                && ways.First().To is var end
                && IsOlder(end, route.Identity)
                && !handled.Contains(end)
                && !versions.Upcasts.Any(upcast => upcast.From == end))
            {
                yield return (ways.Key, $"does not get '{ways.Key}': the way ends at '{end}', which no [Upcast] method turns into '{route.Identity}'");
            }
            else if (versions.Chains.Way(ways.Key, route.Identity) is not null && !UpcastChains.IsNarrowed(ways.First(), route))
            {
                yield return (ways.Key, $"does not get '{ways.Key}': the subject '{ways.First().FromSubject.Text}' has no placeholder for its [Where]; use a content filter, [Handler(Filter = …)]");
            }
        }

        foreach (var hidden in versions.Hidden)
        {
            if (IsOlder(hidden.Value, route.Identity) && versions.Chains.Way(hidden.Value, route.Identity) is null && (hidden.Head == route.Identity || IsOlder(hidden.Head, route.Identity)))
            {
                yield return (hidden.Value, $"does not get '{hidden.Value}': '{hidden.Clr}' is not public in its assembly; make it public there");
            }
        }
    }

    /// <summary>Versions of one message that are published beside each other and would both be handled.</summary>
    private static IEnumerable<(string Version, string Problem)> Doubled(DeclaredHandler handler, VersionWalk versions)
    {
        var seen = new HashSet<string>(handler.Route.Older.Select(static older => older.Identity), StringComparer.Ordinal) { handler.Route.Identity };
        if (handler.Route.Options.Idempotency is null or "None"
            && versions.Published.FirstOrDefault(pair => seen.Contains(pair.Newer) && seen.Contains(pair.Older)) is { Older: { } older } pair)
        {
            yield return (older, $"handles each message twice: '{pair.Newer}' is published as '{older}' too, by [AlsoPublish], and both come here; set Idempotency, which handles one of them");
        }
    }

    /// <summary>Handlers of the same consumer that take an older version as it is: the service would not start.</summary>
    private static IEnumerable<(string Version, string Problem)> Rivals(DeclaredHandler handler, KnownTopology topology)
    {
        foreach (var older in handler.Route.Older)
        {
            var rival = topology.Handlers.FirstOrDefault(other =>
                other.Consumer == handler.Route.Options.Consumer
                && other.Identity != handler.Route.Identity
                && other.Routes.Any(route => route.Identity == older.Identity && older.Filters.Any(filter => SubjectFilters.Collides(filter, route.Filter))));
            if (rival is not null)
            {
                yield return (older.Identity, $"gets '{older.Identity}' by upcasters, which '{rival.Display}' handles on the same consumer as '{rival.Identity}': remove that handler, or give one of them a consumer of its own");
            }
        }
    }

    private static bool IsOlder(string identity, string than) =>
        ContractIdentity.Parse(identity) is var (name, version)
            && ContractIdentity.Parse(than) is var (otherName, otherVersion)
            && name == otherName
            && version < otherVersion;
}
