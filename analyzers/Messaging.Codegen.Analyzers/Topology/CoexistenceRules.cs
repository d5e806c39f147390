using System.Globalization;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG511: who handles a new version of a contract still meets messages of the older ones.</summary>
internal static class CoexistenceRules
{
    public static IEnumerable<Diagnostic> Check(KnownTopology topology)
    {
        if (!topology.IsComposition)
        {
            yield break;
        }

        var handled = new HashSet<string>(topology.Handlers.Select(static handler => handler.Identity), StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handler in topology.Handlers.Where(static handler => handler.IsOwn))
        {
            if (Split(handler.Identity) is not var (name, version))
            {
                continue;
            }

            foreach (var older in topology.ContractFilters.Keys.OrderBy(static identity => identity, StringComparer.Ordinal))
            {
                if (Split(older) is var (otherName, otherVersion) && otherName == name && otherVersion < version && !handled.Contains(older)
                    && topology.Streams.Any(stream => stream.StoresSomeOf(topology.ContractFilters[older]))
                    && reported.Add(older))
                {
                    yield return Diagnostic.Create(Rules.VersionWithoutHandler, handler.Location, handler.Display, handler.Identity, older);
                }
            }
        }
    }

    private static (string Name, int Version)? Split(string identity) =>
        identity.LastIndexOf("/v", StringComparison.Ordinal) is var at and > 0
            && int.TryParse(identity.Substring(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (identity.Substring(0, at), version)
            : null;
}
