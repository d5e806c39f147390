using System.Runtime.CompilerServices;

namespace Messaging.Codegen.Routing;

/// <summary>Makes durables of the routes that share a consumer name.</summary>
internal static class ConsumerComposer
{
    private const int DefaultBatchSize = 100;

    /// <summary>One durable of one stream.</summary>
    /// <param name="Definition">What the broker is told.</param>
    /// <param name="Routes">What the process does with its messages.</param>
    public readonly record struct Composed(ConsumerDefinition Definition, ConsumerRoutes Routes);

    /// <param name="routes">All routes of the application.</param>
    /// <param name="findStreams">The streams that store a filter's subjects.</param>
    /// <exception cref="InvalidOperationException">Handlers of one consumer contradict each other.</exception>
    public static async Task<IReadOnlyList<Composed>> ComposeAsync(
        IReadOnlyList<MessageRoute> routes, Func<MessageRoute, Task<IReadOnlyList<string>>> findStreams)
    {
        foreach (var versions in routes.GroupBy(static route => (route.Options.Consumer, route.Handled.Identity)))
        {
            var oldest = versions.MinBy(static route => route.Contract.Version)!.Contract;
            foreach (var route in versions)
            {
                route.Scope = oldest;
            }
        }

        var placed = new List<(string Stream, MessageRoute Route)>();
        foreach (var route in routes)
        {
            placed.AddRange((await findStreams(route).ConfigureAwait(false)).Select(stream => (stream, route)));
        }

        return
        [
            .. placed
                .GroupBy(p => (p.Stream, p.Route.Options.Consumer))
                .Select(group => Compose(group.Key.Stream, group.Key.Consumer, [.. group.Select(p => p.Route)])),
        ];
    }

    private static Composed Compose(string stream, string consumer, IReadOnlyList<MessageRoute> routes)
    {
        var table = new ConsumerRoutes(routes);
        foreach (var group in routes.GroupBy(route => route.Handled.Identity, StringComparer.Ordinal))
        {
            CheckPartition([.. group]);
        }

        var defaults = new ConsumerDefinition(stream, consumer, table.Filters);
        var batchSize = IsBatch(routes) ? Agreed(routes, o => o.BatchSize) ?? DefaultBatchSize : (int?)null;
        var concurrency = Agreed(routes, o => o.Concurrency) ?? defaults.Concurrency;
        var definition = new ConsumerDefinition(stream, consumer, table.Filters)
        {
            MaxDeliver = Agreed(routes, o => o.MaxDeliver) ?? defaults.MaxDeliver,
            Backoff = AgreedBackoff(routes) ?? defaults.Backoff,
            Concurrency = concurrency,
            Prefetch = Agreed(routes, o => o.Prefetch) ?? Math.Max(defaults.Prefetch, Math.Max(concurrency, 2 * batchSize ?? 0)),
            BatchSize = batchSize,
            BatchWait = Agreed(routes, o => o.BatchWait) ?? defaults.BatchWait,
            AckWait = Agreed(routes, o => o.AckWait) ?? defaults.AckWait,
            RateLimit = Agreed(routes, o => o.RateLimit),
            DeliverFrom = Agreed(routes, o => o.DeliverFrom) ?? defaults.DeliverFrom,
        };
        return new Composed(definition, table);
    }

    private static TValue? Agreed<TValue>(
        IReadOnlyList<MessageRoute> routes, Func<HandlerOptions, TValue?> get, [CallerArgumentExpression(nameof(get))] string setting = "")
        where TValue : struct
    {
        MessageRoute? first = null;
        foreach (var route in routes.Where(route => get(route.Options) is not null))
        {
            first ??= route;
            if (!EqualityComparer<TValue?>.Default.Equals(get(first.Options), get(route.Options)))
            {
                throw Contradiction(first, route, setting[(setting.LastIndexOf('.') + 1)..]);
            }
        }

        return first is null ? null : get(first.Options);
    }

    private static IReadOnlyList<TimeSpan>? AgreedBackoff(IReadOnlyList<MessageRoute> routes)
    {
        var speaking = routes.Where(route => route.Options.Backoff is { Count: > 0 }).ToArray();
        return Array.Find(speaking, route => !route.Options.Backoff!.SequenceEqual(speaking[0].Options.Backoff!)) is { } other
            ? throw Contradiction(speaking[0], other, nameof(HandlerOptions.Backoff))
            : speaking.FirstOrDefault()?.Options.Backoff;
    }

    private static bool IsBatch(IReadOnlyList<MessageRoute> routes)
    {
        if (routes.FirstOrDefault(route => route.IsBatch) is not { } batch)
        {
            return false;
        }

        if (routes.FirstOrDefault(route => !ReferenceEquals(route.Options, batch.Options)) is { } other)
        {
            throw new InvalidOperationException(
                $"{batch.Options.Handler} takes batches and must be alone on its consumer '{batch.Options.Consumer}': give {other.Options.Handler} another consumer.");
        }

        return batch.Options.Idempotency is not Idempotency.Inbox
            ? true
            : throw new InvalidOperationException(
                $"{batch.Options.Handler} takes batches, but Idempotency.Inbox has a transaction for each message: handle one message at a time, or choose another idempotency.");
    }

    /// <summary>A message has one place in one order, whichever handlers it has.</summary>
    private static void CheckPartition(MessageRoute[] sameContract)
    {
        if (Array.Find(sameContract, route => route.Options.PartitionBy != sameContract[0].Options.PartitionBy) is { } other)
        {
            throw Contradiction(sameContract[0], other, nameof(HandlerOptions.PartitionBy));
        }
    }

    private static InvalidOperationException Contradiction(MessageRoute left, MessageRoute right, string setting) => new(
        $"The handlers {left.Options.Handler} and {right.Options.Handler} share the consumer '{left.Options.Consumer}' but not {setting}. "
        + "Say it once, or give one of them another consumer.");
}
