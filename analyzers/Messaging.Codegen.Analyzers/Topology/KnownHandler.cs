using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Facts;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>A handler that the compilation or a reference declares; the responders of requests, which have no stream, are none.</summary>
internal sealed class KnownHandler
{
    private KnownHandler(string head, string display, IReadOnlyCollection<FactLine> facts, Location? location)
    {
        Consumer = head.Substring(FactLine.ConsumerPrefix.Length);
        Display = display;
        Settings = new FactSettings(facts);
        Location = location;
        var routes = Settings.All(HandlerFacts.Route).Select(static value => value.Split(' ')).Where(static words => words.Length == 2).ToList();
        Identities = new HashSet<string>(routes.Select(static words => words[1]), StringComparer.Ordinal);
        Identity = Identities.OrderByDescending(static identity => ContractIdentity.Parse(identity)?.Version).FirstOrDefault() ?? "";
        Routes = [.. routes.Select(static words => (words[0], words[1])).Where(static route => SubjectFilters.IsValid(route.Item1))];
    }

    /// <summary>The durable's name.</summary>
    public string Consumer { get; }

    /// <summary>The method, for messages.</summary>
    public string Display { get; }

    /// <summary>The identity of the contract that it takes.</summary>
    public string Identity { get; }

    /// <summary>What it gets: that, and the older versions that become it.</summary>
    public ISet<string> Identities { get; }

    /// <summary>The filters, and what the contract on each is.</summary>
    public IReadOnlyList<(string Filter, string Identity)> Routes { get; }

    public IEnumerable<string> Filters => Routes.Select(static route => route.Filter);

    public FactSettings Settings { get; }

    /// <summary>The attribute; null for a handler of a reference.</summary>
    public Location? Location { get; }

    public bool IsOwn => Location is not null;

    public static KnownHandler Own(DeclaredHandler handler) => new(
        FactLine.ConsumerPrefix + handler.Route.Options.Consumer, handler.Route.Display, [.. HandlerFacts.Of(handler.Route)], handler.Location);

    /// <summary>The handlers among the fact lines of a reference.</summary>
    public static IEnumerable<KnownHandler> Referenced(IEnumerable<FactLine> facts) =>
        facts.Where(static fact => fact.Head.StartsWith(FactLine.ConsumerPrefix, StringComparison.Ordinal))
            .GroupBy(static fact => (fact.Head, fact.Clr))
            .Where(static group => group.Any(static fact => fact.Kind == HandlerFacts.Route))
            .Select(static group => new KnownHandler(group.Key.Head, group.Key.Clr, [.. group], location: null));

    /// <summary>The first of its filters that has a subject in common with one of <paramref name="other"/>; null when there is none.</summary>
    public string? FindShared(KnownHandler other) =>
        Filters.FirstOrDefault(filter => other.Filters.Any(taken => SubjectFilters.Collides(filter, taken)));
}
