using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG607: who publishes an old version of a contract keeps it alive.</summary>
internal static class PublishedVersionRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<Publication> publications, IReadOnlyList<DeclaredContract> contracts, ReferencedTopology references)
    {
        var latest = contracts.Select(static contract => contract.Header.Identity)
            .Concat(references.Contracts.Select(static contract => contract.Fact.Head))
            .Select(ContractIdentity.Parse)
            .Where(static identity => identity is not null)
            .GroupBy(static identity => identity!.Value.Name, StringComparer.Ordinal)
            .ToDictionary(static versions => versions.Key, static versions => versions.Max(static identity => identity!.Value.Version), StringComparer.Ordinal);
        foreach (var publication in publications)
        {
            if (ContractIdentity.Parse(publication.Identity) is var (name, version)
                && latest.TryGetValue(name, out var last)
                && last > version
                && !publications.Any(other => other.Member == publication.Member && other.Identity == ContractIdentity.Join(name, last)))
            {
                yield return Diagnostic.Create(Rules.OldVersionPublished, publication.Location, publication.Identity, ContractIdentity.Join(name, last));
            }
        }
    }
}
