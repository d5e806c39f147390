using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG004: no two contracts may have one name and version.</summary>
internal static class IdentityRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<DeclaredContract> contracts, ReferencedTopology references)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (fact, assembly) in references.Contracts)
        {
            owners[fact.Head] = $"{(fact.Clr.Length == 0 ? fact.Head : fact.Clr)}' of '{assembly}";
        }

        foreach (var contract in contracts)
        {
            var identity = contract.Header.Identity;
            if (owners.TryGetValue(identity, out var owner))
            {
                yield return Diagnostic.Create(Rules.DuplicateIdentity, contract.Location, contract.Name, identity, owner);
            }
            else
            {
                owners.Add(identity, contract.Name);
            }
        }
    }
}
