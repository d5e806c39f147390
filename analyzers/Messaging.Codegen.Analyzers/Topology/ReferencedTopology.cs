using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>What the referenced assemblies contribute, by the fact lines that they carry.</summary>
internal sealed class ReferencedTopology
{
    private readonly List<(FactLine, string)> _contracts = [];
    private readonly List<(FactLine, string)> _routes = [];
    private readonly List<(string, string)> _contractFilters = [];
    private readonly List<string> _replies = [];
    private readonly List<KnownStream> _streams = [];
    private readonly List<KnownHandler> _handlers = [];

    private ReferencedTopology()
    {
    }

    /// <summary>One line per contract: its identity is the head.</summary>
    public IReadOnlyList<(FactLine Fact, string Assembly)> Contracts => _contracts;

    /// <summary>What the subjects of the contracts amount to as filters.</summary>
    public IReadOnlyList<(string Identity, string Filter)> ContractFilters => _contractFilters;

    /// <summary>The identities of what answers the requests among them.</summary>
    public IReadOnlyList<string> Replies => _replies;

    /// <summary>One line per filter of a handler.</summary>
    public IReadOnlyList<(FactLine Fact, string Assembly)> Routes => _routes;

    public IReadOnlyList<KnownStream> Streams => _streams;

    public IReadOnlyList<KnownHandler> Handlers => _handlers;

    public static ReferencedTopology Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var result = new ReferencedTopology();
        foreach (var assembly in ReferenceParser.Candidates(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.Add(assembly.Name, [.. ReferenceParser.Facts(assembly).Select(FactLine.Parse).OfType<FactLine>()]);
        }

        return result;
    }

    private void Add(string assembly, IReadOnlyCollection<FactLine> facts)
    {
        _streams.AddRange(KnownStream.Referenced(facts, assembly));
        _handlers.AddRange(KnownHandler.Referenced(facts));
        foreach (var fact in facts)
        {
            switch (fact.Kind)
            {
                case FactKinds.Message:
                    _contracts.Add((fact, assembly));
                    break;
                case FactKinds.Subject when FactLine.IsContract(fact.Head):
                    _contractFilters.Add((fact.Head, FilterOf(fact.Value)));
                    break;
                case FactKinds.Reply when FactLine.IsContract(fact.Head):
                    _replies.Add(fact.Value);
                    break;
                case HandlerFacts.Route or HandlerFacts.Respond when fact.Head.StartsWith(FactLine.ConsumerPrefix, StringComparison.Ordinal):
                    _routes.Add((fact, assembly));
                    break;
            }
        }
    }

    private static string FilterOf(string template) =>
        string.Join(".", template.Split('.').Select(static token => token.StartsWith("{", StringComparison.Ordinal) ? "*" : token));
}
