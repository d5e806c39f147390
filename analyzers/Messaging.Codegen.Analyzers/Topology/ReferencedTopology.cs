using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>What the referenced assemblies contribute, by the fact lines that they carry.</summary>
internal sealed class ReferencedTopology
{
    private ReferencedTopology(
        IReadOnlyList<(FactLine Fact, string Assembly)> contracts, IReadOnlyList<string> subjects, IReadOnlyList<(FactLine Fact, string Assembly)> routes)
    {
        Contracts = contracts;
        StreamSubjects = subjects;
        Routes = routes;
    }

    /// <summary>One line per contract: its identity is the head.</summary>
    public IReadOnlyList<(FactLine Fact, string Assembly)> Contracts { get; }

    /// <summary>The subjects of all streams.</summary>
    public IReadOnlyList<string> StreamSubjects { get; }

    /// <summary>One line per filter of a handler.</summary>
    public IReadOnlyList<(FactLine Fact, string Assembly)> Routes { get; }

    public static ReferencedTopology Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var contracts = new List<(FactLine, string)>();
        var subjects = new List<string>();
        var routes = new List<(FactLine, string)>();
        foreach (var assembly in ReferenceParser.Candidates(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var fact in ReferenceParser.Facts(assembly).Select(FactLine.Parse).OfType<FactLine>())
            {
                switch (fact.Kind)
                {
                    case FactKinds.Message:
                        contracts.Add((fact, assembly.Name));
                        break;
                    case StreamFacts.Subject when fact.Head.StartsWith(FactLine.StreamPrefix, StringComparison.Ordinal):
                        subjects.Add(fact.Value);
                        break;
                    case HandlerFacts.Route or HandlerFacts.Respond when fact.Head.StartsWith(FactLine.ConsumerPrefix, StringComparison.Ordinal):
                        routes.Add((fact, assembly.Name));
                        break;
                }
            }
        }

        return new ReferencedTopology(contracts, subjects, routes);
    }
}
