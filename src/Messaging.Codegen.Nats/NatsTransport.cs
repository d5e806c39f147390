using System.Globalization;
using Messaging.Codegen.Nats.Connecting;
using Messaging.Codegen.Nats.Consuming;
using Messaging.Codegen.Nats.Idempotent;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Nats.Provisioning;
using Messaging.Codegen.Nats.Publishing;
using Messaging.Codegen.Nats.Reading;
using Messaging.Codegen.Nats.Requests;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Logging;

namespace Messaging.Codegen.Nats;

/// <summary>NATS JetStream: one connection, from which publishes, consumers, requests and responders all live.</summary>
public sealed class NatsTransport : ITransport
{
    private readonly NatsOptions _options;
    private readonly ILoggerFactory _loggers;
    private readonly NatsLog _log;
    private NatsSession? _session;
    private bool _isDisposed;

    /// <summary>Makes a transport; it connects when it is told to.</summary>
    /// <param name="options">How to reach the servers; not changed afterwards.</param>
    /// <param name="loggers">Where it logs.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range.</exception>
    public NatsTransport(NatsOptions options, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        options.Validate();
        _options = options;
        _loggers = loggers;
        _log = new NatsLog(loggers.CreateLogger<NatsTransport>());
    }

    /// <summary>The store of handlers with <see cref="Idempotency.KeyValue"/>.</summary>
    internal KeyValueStore CreateIdempotencyStore() => new(this, _options.Idempotency, _log);

    /// <inheritdoc/>
    public string System => "nats";

    /// <inheritdoc/>
    public bool IsConnected => _session is { Link.IsOpen: true } && !_isDisposed;

    /// <inheritdoc/>
    public IGiveUpNotices? GiveUpNotices => NatsGiveUpNotices.Instance;

    internal NatsSession Session
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _session ?? throw new InvalidOperationException($"Call {nameof(ConnectAsync)} first.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _session ??= await NatsSession.ConnectAsync(_options, _loggers, _log, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask ProvisionAsync(
        IReadOnlyList<StreamDefinition> streams,
        IReadOnlyList<ConsumerDefinition> consumers,
        Provision mode,
        CancellationToken cancellationToken) =>
        new Provisioner(Session.Assets).RunAsync(streams, consumers, mode, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<string?> FindStreamAsync(string subject, CancellationToken cancellationToken)
    {
        var names = await Session.Assets.FindStreamNamesAsync(subject, cancellationToken).ConfigureAwait(false);
        return names.Count == 0 ? null : names[0];
    }

    /// <inheritdoc/>
    public ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Terms is { } terms
            ? Session.Terms.PublishAsync(message, terms, cancellationToken)
            : Session.Window.PublishAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PublishReceipt>?> PublishBatchAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentOutOfRangeException.ThrowIfLessThan(messages.Count, 2);
        return Session.Batches.PublishAsync(messages, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ITransportConsumer> ConsumeAsync(ConsumerDefinition consumer, IMessageSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentOutOfRangeException.ThrowIfLessThan(consumer.Prefetch, 1);
        var session = Session;
        var pull = new PullConsumer(session.Link, session.Api, session.Assets, consumer, sink, _options, _log);
        await pull.StartAsync(cancellationToken).ConfigureAwait(false);
        return pull;
    }

    /// <inheritdoc/>
    public ValueTask<TransportReply> RequestAsync(OutgoingMessage request, TimeSpan timeout, CancellationToken cancellationToken) =>
        RequestSender.SendAsync(Session.Link, request, timeout, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> RespondAsync(
        string subject,
        string group,
        Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        ArgumentNullException.ThrowIfNull(respond);
        var session = Session;
        var subscription = new ResponderSubscription(session.Link, subject, group, respond, _log);
        await session.Link.SubscribeAsync(subscription, cancellationToken).ConfigureAwait(false);
        await session.Link.FlushAsync().ConfigureAwait(false);
        return new Responder(session.Link, subscription);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredMessage> ReadAsync(string stream, string filter, ulong fromSequence, CancellationToken cancellationToken) =>
        Session.Reader.ReadAsync(stream, filter, fromSequence, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredMessage?> GetAsync(string stream, ulong sequence, CancellationToken cancellationToken) =>
        Session.Reader.GetAsync(stream, sequence, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string stream, ulong sequence, CancellationToken cancellationToken) =>
        Session.Remover.DeleteAsync(stream, sequence, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ulong> PurgeAsync(string stream, string filter, CancellationToken cancellationToken) =>
        Session.Remover.PurgeAsync(stream, filter, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ConsumerState> GetConsumerStateAsync(string stream, string consumer, CancellationToken cancellationToken)
    {
        var info = await Session.Assets.FindConsumerInfoAsync(stream, consumer, cancellationToken).ConfigureAwait(false)
            ?? throw new TransportException($"consumer '{stream}/{consumer}' does not exist");
        return new ConsumerState(
            info.GetUInt64("num_pending"),
            info.GetUInt64("num_ack_pending"),
            info.GetUInt64("num_redelivered"),
            info.GetObject("ack_floor").GetUInt64("stream_seq"))
        {
            PausedUntil = info.GetBoolean("paused")
                ? DateTimeOffset.Parse(info.GetObject("config").GetString("pause_until")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
                : null,
        };
    }

    /// <inheritdoc/>
    public ValueTask PauseConsumerAsync(string stream, string consumer, DateTimeOffset? until, CancellationToken cancellationToken) =>
        Session.Assets.PauseConsumerAsync(stream, consumer, until, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<StreamState> GetStreamStateAsync(string stream, CancellationToken cancellationToken)
    {
        var info = await Session.Assets.FindStreamInfoAsync(stream, cancellationToken).ConfigureAwait(false) ?? throw StoredMessageReader.Missing(stream);
        var state = info.GetObject("state");
        return new StreamState(state.GetUInt64("messages"), state.GetUInt64("first_seq"), state.GetUInt64("last_seq"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            if (_session is { } session)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends as if the process had died: what was not written yet is never sent.</summary>
    internal async ValueTask AbortAsync()
    {
        _isDisposed = true;
        if (_session is { } session)
        {
            await session.AbortAsync().ConfigureAwait(false);
        }
    }
}
