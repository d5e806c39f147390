using Messaging.Codegen.DeadLetters;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Hosting;

/// <summary>Connects and provisions once, on first use; everything that touches the broker comes through here.</summary>
internal sealed class MessagingRuntime(Func<ITransport> createTransport, MessagingModel model, MessagingOptions options, MessagingLog log)
{
    private readonly Lock _lock = new();
    private Task<StartedMessaging>? _started;

    public MessagingModel Model => model;

    /// <summary>The started service, or null before that.</summary>
    public StartedMessaging? Started => Volatile.Read(ref _started) is { IsCompletedSuccessfully: true } started ? started.Result : null;

    /// <summary>The connected transport; completed synchronously once the service has started.</summary>
    public ValueTask<ITransport> GetTransportAsync(CancellationToken cancellationToken)
    {
        var started = Volatile.Read(ref _started);
        return started is { IsCompletedSuccessfully: true }
            ? ValueTask.FromResult(started.Result.Transport)
            : new ValueTask<ITransport>(WaitAsync(cancellationToken));

        async Task<ITransport> WaitAsync(CancellationToken ct) => (await StartAsync(ct).ConfigureAwait(false)).Transport;
    }

    /// <summary>Connects and provisions if that has not been done. A failed start is tried anew by the next caller.</summary>
    public Task<StartedMessaging> StartAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_started is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _started = StartCoreAsync();
            }

            return _started.WaitAsync(cancellationToken);
        }
    }

    private async Task<StartedMessaging> StartCoreAsync()
    {
        var transport = createTransport();
        await transport.ConnectAsync(CancellationToken.None).ConfigureAwait(false);
        var consumers = options.RunHandlers
            ? await ConsumerComposer.ComposeAsync(
                [.. model.Routes.Where(route => options.ConsumerSelector?.Invoke(route.Options.Consumer) ?? true)],
                route => FindStreamsAsync(transport, route)).ConfigureAwait(false)
            : [];
        var streams = model.Streams.ToList();
        var sources = consumers.Select(c => c.Definition.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var notices = options.CaptureGiveUps ? transport.GiveUpNotices : null;
        foreach (var source in sources)
        {
            var definition = streams.Find(s => s.Name == source);
            streams.AddRange([.. GiveUpStreams.For(source, definition), Replays.Stream(source, definition)]);
            if (notices is not null)
            {
                streams.Add(GiveUpCapture.Stream(notices, source, definition));
            }
        }

        if (options.Replicas is { } replicas)
        {
            streams = streams.ConvertAll(stream => stream.WithReplicas(replicas));
        }

        ConsumerDefinition[] durables =
        [
            .. consumers.Select(c => c.Definition),
            .. consumers.Select(c => Replays.Consumer(c.Definition)),
            .. notices is null ? [] : sources.Select(source => GiveUpCapture.Consumer(notices, source)),
        ];
        await transport.ProvisionAsync(streams, durables, options.Provision, CancellationToken.None).ConfigureAwait(false);
        log.Started(transport.System, streams.Count, consumers.Count);
        return new StartedMessaging(
            transport, consumers, notices, [.. model.Streams.Select(s => s.Name).Concat(sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>True when one declared stream stores all of the subjects and takes batches as a whole.</summary>
    public bool HaveOneStream(IReadOnlyCollection<string> subjects) =>
        model.Streams.Any(stream => stream.AllowAtomicBatches && subjects.All(subject => Stores(stream, subject)));

    /// <summary>The stream that stores a subject: one that is declared, else one that the broker has; null when there is none.</summary>
    public async ValueTask<string?> FindStreamAsync(string subject, CancellationToken cancellationToken)
    {
        var declared = model.Streams.FirstOrDefault(stream => Stores(stream, subject));
        return declared?.Name
            ?? await (await GetTransportAsync(cancellationToken).ConfigureAwait(false)).FindStreamAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    private static bool Stores(StreamDefinition stream, string subject) =>
        stream.Subjects.Any(filter => SubjectPattern.Parse(filter).Matches(subject));

    private async Task<IReadOnlyList<string>> FindStreamsAsync(ITransport transport, MessageRoute route)
    {
        var filter = SubjectPattern.Parse(route.Subject);
        var declared = model.Streams
            .Where(stream => stream.Subjects.Any(subject => SubjectPattern.Parse(subject).Overlaps(filter)))
            .Select(stream => stream.Name)
            .ToArray();
        if (declared.Length > 0)
        {
            return declared;
        }

        // An older version that no stream stores has no messages; the upcaster may come from an assembly that others use too.
        return await transport.FindStreamAsync(route.Subject, CancellationToken.None).ConfigureAwait(false) is { } found ? [found]
            : route.IsUpcast ? []
            : throw new TopologyException(
            [
                $"no stream stores '{route.Subject}', which {route.Options.Handler} handles: declare one with [assembly: Stream(\"NAME\", \"{route.Subject}\")], or create it on the broker.",
            ]);
    }
}

/// <summary>A started service.</summary>
/// <param name="Transport">Connected and provisioned.</param>
/// <param name="Consumers">The durables to run.</param>
/// <param name="Notices">What the broker tells about messages that it gave up; null when that is not to be captured.</param>
/// <param name="SourceStreams">The names of the streams that the service declares or consumes, sorted.</param>
internal sealed record StartedMessaging(
    ITransport Transport, IReadOnlyList<ConsumerComposer.Composed> Consumers, IGiveUpNotices? Notices, IReadOnlyList<string> SourceStreams);
