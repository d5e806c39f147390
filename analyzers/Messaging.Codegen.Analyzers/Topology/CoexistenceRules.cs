using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG511: who handles a new version of a contract still meets messages of the older ones.</summary>
internal static class CoexistenceRules
{
    /// <param name="topology">All that runs together.</param>
    /// <param name="reported">Versions about which something was said already.</param>
    public static IEnumerable<Diagnostic> Check(KnownTopology topology, HashSet<string> reported)
    {
        if (!topology.IsComposition)
        {
            yield break;
        }

        var handled = new HashSet<string>(topology.Handlers.SelectMany(static handler => handler.Identities), StringComparer.Ordinal);
        var abandoned = topology.ContractFilters
            .Where(contract => !handled.Contains(contract.Key) && topology.Streams.Any(stream => stream.StoresSomeOf(contract.Value)))
            .Select(static contract => (Identity: contract.Key, Parts: ContractIdentity.Parse(contract.Key)))
            .Where(static contract => contract.Parts is not null)
            .OrderBy(static contract => contract.Identity, StringComparer.Ordinal)
            .ToLookup(static contract => contract.Parts!.Value.Name, static contract => (contract.Identity, contract.Parts!.Value.Version), StringComparer.Ordinal);
        foreach (var handler in topology.Handlers.Where(static handler => handler.IsOwn))
        {
            if (ContractIdentity.Parse(handler.Identity) is not var (name, version))
            {
                continue;
            }

            foreach (var (older, olderVersion) in abandoned[name])
            {
                if (olderVersion < version && reported.Add(older))
                {
                    yield return Diagnostic.Create(
                        Rules.VersionWithoutHandler, handler.Location, FixProperties.ForUpcast(older, NextVersion(handler, olderVersion)), handler.Display, handler.Identity,
                        $"leaves '{older}' behind, whose messages the streams may still hold: turn it into the newer version with [Upcast], or handle it too, until they are gone");
                }
            }
        }
    }

    /// <summary>The first version after <paramref name="version"/> that comes to the handler: a chain goes from each version to the next.</summary>
    private static string NextVersion(KnownHandler handler, int version) =>
        handler.Identities
            .Select(static identity => (Identity: identity, Version: ContractIdentity.Parse(identity)?.Version ?? 0))
            .Where(candidate => candidate.Version > version)
            .OrderBy(static candidate => candidate.Version)
            .First()
            .Identity;
}
