using Messaging.Codegen.Subjects;

namespace Messaging.Codegen.Routing;

/// <summary>The routing table of one consumer: which handlers take a message of a given subject.</summary>
internal sealed class ConsumerRoutes
{
    private static readonly MessageRoute[] Nothing = [];

    private readonly SubjectTrie<MessageRoute[]> _byFilter = new();
    private readonly bool _overlap;

    /// <summary>Makes the table.</summary>
    /// <exception cref="InvalidOperationException">Two contracts share a subject: nothing could tell them apart.</exception>
    public ConsumerRoutes(IReadOnlyCollection<MessageRoute> routes)
    {
        All = routes;
        var groups = routes
            .GroupBy(route => route.Subject, StringComparer.Ordinal)
            .Select(group => (Pattern: SubjectPattern.Parse(group.Key), Routes: group.ToArray()))
            .ToArray();
        foreach (var (pattern, group) in groups)
        {
            _byFilter.Add(pattern, group);
            foreach (var (other, otherGroup) in groups.Where(g => g.Pattern.Overlaps(pattern)))
            {
                _overlap |= !ReferenceEquals(other, pattern);
                CheckContracts(group, otherGroup);
            }
        }

        Filters = ConsumerFilters.Cover([.. groups.Select(group => group.Pattern)], out var widened);
        AreNarrowerThanTheConsumer = widened;
    }

    /// <summary>Every route.</summary>
    public IReadOnlyCollection<MessageRoute> All { get; }

    /// <summary>The filters of the durable: they cover every route and do not overlap.</summary>
    public IReadOnlyList<string> Filters { get; }

    /// <summary>True when the durable's filters let subjects through that no route asks for.</summary>
    public bool AreNarrowerThanTheConsumer { get; }

    /// <summary>The routes that take <paramref name="subject"/>; all of one contract, which is handled as one version.</summary>
    public MessageRoute[] Find(string subject)
    {
        if (!_overlap)
        {
            return _byFilter.TryMatch(subject, out var routes) ? routes : Nothing;
        }

        var matches = new List<MessageRoute[]>();
        _byFilter.Match(subject, matches);
        return matches.Count switch
        {
            0 => Nothing,
            1 => matches[0],
            _ => [.. matches.SelectMany(routes => routes)],
        };
    }

    private static void CheckContracts(MessageRoute[] group, MessageRoute[] other)
    {
        foreach (var route in group)
        {
            if (Array.Find(other, o => o.Contract.Identity != route.Contract.Identity) is { } stranger)
            {
                throw new InvalidOperationException(
                    $"Consumer '{route.Options.Consumer}' takes {route.Contract} on '{route.Subject}' ({route.Options.Handler}) and "
                    + $"{stranger.Contract} on '{stranger.Subject}' ({stranger.Options.Handler}); these subjects overlap and nothing else tells the "
                    + "messages apart. Give one of the contracts another subject.");
            }

            if (Array.Find(other, o => o.Handled.Identity != route.Handled.Identity) is { } rival)
            {
                throw new InvalidOperationException(
                    $"Consumer '{route.Options.Consumer}' hands {route.Contract} to {route.Options.Handler} as {route.Handled} and to {rival.Options.Handler} as "
                    + $"{rival.Handled}: one failure would repeat both. Handle the newer version only, or give one of the handlers another consumer.");
            }
        }
    }
}
