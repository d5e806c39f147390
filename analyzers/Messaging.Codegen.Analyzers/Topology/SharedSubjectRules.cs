using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>
/// MSG205: consumers route by subject, see ConsumerRoutes of the runtime, and arrays have no names, so that a message of another contract is often read
/// without an error. Where placeholders make two subjects meet for some values only, the rule warns.
/// </summary>
internal static class SharedSubjectRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<KnownContract> contracts)
    {
        // Subjects of contracts have no '>': only those of one length can meet.
        var seen = new Dictionary<int, List<KnownContract>>();
        foreach (var contract in contracts)
        {
            if (!seen.TryGetValue(contract.Tokens.Length, out var others))
            {
                seen.Add(contract.Tokens.Length, others = []);
            }

            if (contract.Owner is { } owner && others.Find(other => SubjectAlgebra.Overlaps(contract.Tokens, other.Tokens)) is { } taken)
            {
                var severity = SubjectAlgebra.Covers(taken.Tokens, contract.Tokens) || SubjectAlgebra.Covers(contract.Tokens, taken.Tokens)
                    ? DiagnosticSeverity.Error
                    : DiagnosticSeverity.Warning;
                yield return Diagnostic.Create(
                    Rules.SharedSubject, contract.Location, severity, additionalLocations: null, properties: null,
                    owner.Header.Subject.Text, owner.Name, taken.Identity, taken.Subject, Advice(contract, taken));
            }

            others.Add(contract);
        }
    }

    private static string Advice(KnownContract contract, KnownContract other) =>
        ContractIdentity.Parse(contract.Identity) is var (name, version) && ContractIdentity.Parse(other.Identity)?.Name == name
            ? $"say the version in it, as the default '{name}.v{version}' does"
            : "give one of them another subject";
}
