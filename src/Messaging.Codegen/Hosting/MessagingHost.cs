using Messaging.Codegen.Consuming;
using Messaging.Codegen.DeadLetters;
using Messaging.Codegen.Requests;
using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Hosting;

/// <summary>Runs the consumers and responders while the host runs.</summary>
internal sealed class MessagingHost(MessagingRuntime runtime, ConsumerServices services, MessagingOptions options, MessagingCounters counters) : IHostedService
{
    private readonly List<ConsumerRunner> _consumers = [];
    private readonly List<ConsumerRunner> _replays = [];
    private readonly List<GiveUpCapture> _captures = [];
    private readonly List<IAsyncDisposable> _responders = [];
    private readonly CancellationTokenSource _respondersCancelled = new();

    /// <summary>The consumers that run.</summary>
    public IReadOnlyList<ConsumerRunner> Consumers => _consumers;

    /// <summary>The consumers that run, and beside each the one for its replays.</summary>
    public IEnumerable<ConsumerRunner> Runners => _consumers.Concat(_replays);

    /// <summary>The kinds of idempotency whose stores cannot be reached, so that their consumers wait.</summary>
    public IEnumerable<Idempotency> UnavailableStores => services.Pipeline.Stores.Unavailable;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = await runtime.StartAsync(cancellationToken).ConfigureAwait(false);
        var handlers = started.Consumers.SelectMany(consumer => consumer.Routes.All).Select(route => route.Options).ToArray();
        await services.Pipeline.Stores.PrepareAsync(handlers, options.Provision, cancellationToken).ConfigureAwait(false);

        foreach (var (definition, routes) in started.Consumers)
        {
            var runner = new ConsumerRunner(definition, routes, started.Transport.System, services, counters.ForConsumer(definition));
            _consumers.Add(runner);
            await runner.StartAsync(started.Transport.ConsumeAsync, cancellationToken).ConfigureAwait(false);
        }

        await StartReturnsAsync(started, cancellationToken).ConfigureAwait(false);

        if (options.RunHandlers)
        {
            var shared = new ResponderServices(services.Scopes, services.Publisher, services.Time, services.Log);
            foreach (var responder in runtime.Model.Responders.Where(r => options.ConsumerSelector?.Invoke(r.Options.Consumer) ?? true))
            {
                _responders.Add(await started.Transport.RespondAsync(
                    responder.Subject,
                    responder.Options.Consumer,
                    (request, ct) => RespondAsync(responder, shared, request, ct),
                    cancellationToken).ConfigureAwait(false));
            }
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _respondersCancelled);
        await Task.WhenAll(
        [
            .. Runners.Select(consumer => consumer.StopAsync(cancellationToken)),
            .. _captures.Select(capture => capture.StopAsync(cancellationToken)),
            .. _responders.Select(responder => responder.DisposeAsync().AsTask()),
        ]).ConfigureAwait(false);
    }

    /// <summary>Starts what brings dead letters back to their consumers, and what keeps those that the broker makes.</summary>
    private async Task StartReturnsAsync(StartedMessaging started, CancellationToken cancellationToken)
    {
        var (transport, store) = (started.Transport, services.DeadLetters.Store);
        foreach (var (definition, routes) in started.Consumers)
        {
            var own = counters.ForConsumer(definition);
            var runner = new ConsumerRunner(Replays.Runner(definition), routes, transport.System, services, own);
            _replays.Add(runner);
            await runner.StartAsync(
                (replayed, sink, ct) => ReplayConsumer.StartAsync(transport, store, replayed, sink, own, services.Log, ct), cancellationToken).ConfigureAwait(false);
        }

        if (started.Notices is { } notices)
        {
            foreach (var stream in started.Consumers.Select(consumer => consumer.Definition.Stream).Distinct(StringComparer.Ordinal))
            {
                var isQueue = runtime.Model.Streams.Any(s => s.Name == stream && s.Retention == StreamRetention.WorkQueue);
                _captures.Add(await GiveUpCapture.StartAsync(
                    transport, notices, stream, isQueue, store, counters, services.Log, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    private async ValueTask<Transports.OutgoingMessage> RespondAsync(
        Responder responder, ResponderServices shared, Transports.TransportRequest request, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _respondersCancelled.Token);
        return await responder.RespondAsync(shared, request, linked.Token).ConfigureAwait(false);
    }
}
