using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>A contract that the compilation or a reference declares, as far as its subject goes.</summary>
/// <param name="Identity"><c>name/vN</c>.</param>
/// <param name="Subject">The subject with <c>*</c> for each placeholder. A valid filter.</param>
/// <param name="IsRequest">True when it asks for a reply.</param>
/// <param name="Owner">Null for a contract of a reference.</param>
internal sealed record KnownContract(string Identity, string Subject, bool IsRequest, DeclaredContract? Owner)
{
    /// <summary>Where it is declared; null for a contract of a reference.</summary>
    public Location? Location => Owner?.Location;

    /// <summary>The tokens of the subject.</summary>
    public string[] Tokens { get; } = Subject.Split('.');

    /// <summary>
    /// All that are published or sent on their subjects, those of references first. Replies travel to whoever asked, and are left out, as is one
    /// whose identity another has: that is MSG004.
    /// </summary>
    public static IReadOnlyList<KnownContract> All(IReadOnlyList<DeclaredContract> contracts, ReferencedTopology references)
    {
        var replies = new HashSet<string>(references.Replies.Concat(contracts.Select(ReplyOf).OfType<string>()), StringComparer.Ordinal);
        var requests = new HashSet<string>(
            references.Contracts.Where(static contract => contract.Fact.Value.Split(' ')[0] == "request").Select(static contract => contract.Fact.Head),
            StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. references.ContractFilters
                .Select(contract => new KnownContract(contract.Identity, contract.Filter, requests.Contains(contract.Identity), Owner: null))
                .Concat(contracts.Select(static contract => new KnownContract(
                    contract.Header.Identity, contract.Header.Subject.Filter, contract.Header.Reply is not null, contract)))
                .Where(contract => !replies.Contains(contract.Identity) && SubjectFilters.IsValid(contract.Subject) && seen.Add(contract.Identity)),
        ];
    }

    private static string? ReplyOf(DeclaredContract contract) =>
        contract.Header.Remarks
            .Where(static remark => remark.StartsWith(FactKinds.Reply + " ", StringComparison.Ordinal))
            .Select(static remark => remark.Substring(FactKinds.Reply.Length + 1))
            .FirstOrDefault();
}
