using Messaging.Codegen.Facts;
using Messaging.Codegen.Generators.Analysis;
using Messaging.Codegen.Generators.Diagnostics;
using Messaging.Codegen.Generators.Facts;
using Messaging.Codegen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Messaging.Codegen.Analyzers.Topology;

/// <summary>MSG306: a message may have one handler per consumer, a request one at all.</summary>
internal static class ConsumerRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<DeclaredHandler> handlers, ReferencedTopology references, bool isComposition)
    {
        // A library does not know which of its neighbours it will run beside.
        var seen = isComposition ? references.Routes.Select(static route => Seat.Of(route.Fact)).OfType<Seat>().ToList() : [];
        foreach (var handler in handlers)
        {
            var mine = Seat.Of(handler.Route).ToList();
            if (seen.Find(other => mine.Exists(other.IsTakenBy)) is { } taken)
            {
                yield return Diagnostic.Create(
                    Rules.SharedConsumer, handler.Location, handler.Route.Display, taken.Handler, handler.Route.Identity, Explain(handler.Route));
            }

            seen.AddRange(mine);
        }
    }

    private static string Explain(RouteRow route) => route.Reply is null
        ? $"share the consumer '{route.Options.Consumer}', so that a failure of one repeats both: give one of them a consumer of its own"
        : "would both answer: a request has one handler";

    /// <summary>What a handler claims for itself.</summary>
    private sealed record Seat(string Identity, string? Consumer, string Filter, string Handler)
    {
        public static IEnumerable<Seat> Of(RouteRow route) =>
            route.Filters.Select(filter => new Seat(route.Identity, route.Reply is null ? route.Options.Consumer : null, filter, route.Display));

        public static Seat? Of(FactLine fact) => fact.Words is [var filter, var identity]
            ? new Seat(identity, fact.Kind == HandlerFacts.Route ? fact.Head.Substring(FactLine.ConsumerPrefix.Length) : null, filter, fact.Clr)
            : null;

        public bool IsTakenBy(Seat other) =>
            Identity == other.Identity && Consumer == other.Consumer && SubjectFilters.Collides(Filter, other.Filter);
    }
}
