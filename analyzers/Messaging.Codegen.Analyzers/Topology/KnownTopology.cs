using Messaging.Codegen.Generators.Analysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>All streams and handlers that are known to run together, those of the references before those of the compilation.</summary>
/// <param name="Streams">The streams.</param>
/// <param name="Handlers">The handlers. A library does not know which of its neighbours it will run beside, and has its own only.</param>
/// <param name="ContractFilters">What each contract's subject amounts to as a filter, by identity.</param>
/// <param name="IsComposition">True in an application, where nothing else will be added.</param>
internal sealed record KnownTopology(
    IReadOnlyList<KnownStream> Streams,
    IReadOnlyList<KnownHandler> Handlers,
    IReadOnlyDictionary<string, string> ContractFilters,
    bool IsComposition)
{
    public static KnownTopology Of(
        IReadOnlyList<DeclaredContract> contracts,
        IReadOnlyList<DeclaredHandler> handlers,
        IReadOnlyList<KnownStream> streams,
        ReferencedTopology references,
        bool isComposition)
    {
        var filters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (identity, filter) in references.ContractFilters.Concat(contracts.Select(static c => (c.Header.Identity, c.Header.Subject.Filter))))
        {
            if (SubjectFilters.IsValid(filter))
            {
                filters[identity] = filter;
            }
        }

        return new KnownTopology(
            [.. references.Streams, .. streams],
            [
                .. isComposition ? references.Handlers : [],
                .. handlers.Where(static handler => handler.Route.Reply is null).Select(KnownHandler.Own),
            ],
            filters,
            isComposition);
    }

    /// <summary>The streams that a handler's consumer reads.</summary>
    public IEnumerable<KnownStream> StreamsOf(KnownHandler handler) => Streams.Where(stream => handler.Filters.Any(stream.StoresSomeOf));
}
