using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>
/// A transport that stays inside of this process: the default for development and tests. Messages, headers and payloads are copied
/// as if they travelled. Disposing of it is as if its process died: what was delivered and not acknowledged comes again after the
/// ack wait, to whoever consumes from the same broker then.
/// </summary>
public sealed class InMemoryTransport : ITransport
{
    private readonly InMemoryBroker _broker;
    private readonly bool _ownsBroker;
    private readonly List<ConsumerSession> _sessions = [];
    private readonly List<Responder> _responders = [];
    private bool _isConnected;
    private bool _isDisposed;

    /// <summary>Makes a transport.</summary>
    /// <param name="broker">The broker, which the caller disposes of; null means one of its own.</param>
    public InMemoryTransport(InMemoryBroker? broker = null)
    {
        _ownsBroker = broker is null;
        _broker = broker ?? new InMemoryBroker();
    }

    /// <inheritdoc/>
    public string System => "memory";

    /// <inheritdoc/>
    public bool IsConnected => _isConnected && !_isDisposed;

    /// <inheritdoc/>
    public ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _isConnected = true;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ProvisionAsync(
        IReadOnlyList<StreamDefinition> streams,
        IReadOnlyList<ConsumerDefinition> consumers,
        Provision mode,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(consumers);
        Check(cancellationToken);
        lock (_broker.Gate)
        {
            new InMemoryProvisioner(_broker).Run(streams, consumers, mode);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindStreamAsync(string subject, CancellationToken cancellationToken)
    {
        var filter = SubjectPattern.Parse(subject);
        Check(cancellationToken);
        lock (_broker.Gate)
        {
            var stream = _broker.Streams.FirstOrDefault(
                stream => stream.Definition.Subjects.Any(stored => SubjectPattern.Parse(stored).Overlaps(filter)));
            return ValueTask.FromResult(stream?.Definition.Name);
        }
    }

    /// <inheritdoc/>
    public ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        try
        {
            return ValueTask.FromResult(_broker.Publish(EncodedMessage.From(message, _broker.Options.MaxPayload)));
        }
        catch (PublishException e)
        {
            return ValueTask.FromException<PublishReceipt>(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PublishReceipt>?> PublishBatchAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentOutOfRangeException.ThrowIfLessThan(messages.Count, 2);
        Check(cancellationToken);
        return ValueTask.FromResult(_broker.PublishAll([.. messages.Select(message => EncodedMessage.From(message, _broker.Options.MaxPayload))]));
    }

    /// <inheritdoc/>
    public ValueTask<ITransportConsumer> ConsumeAsync(ConsumerDefinition consumer, IMessageSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentOutOfRangeException.ThrowIfLessThan(consumer.Prefetch, 1);
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            var durable = FindOrAdd(consumer);
            var session = new ConsumerSession(_broker, durable, sink, consumer.Prefetch);
            _sessions.RemoveAll(static other => other.IsDisposed);
            _sessions.Add(session);
            durable.Attach(session);
            return ValueTask.FromResult<ITransportConsumer>(session);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TransportReply> RequestAsync(OutgoingMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        var encoded = EncodedMessage.From(request, _broker.Options.MaxPayload);
        var responders = _broker.Responders.Choose(encoded.Subject);
        if (responders.Count == 0)
        {
            throw new NoRespondersException(encoded.Subject);
        }

        var reply = new TaskCompletionSource<TransportReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var responder in responders)
        {
            responder.Answer(encoded, reply);
        }

        try
        {
            return await reply.Task.WaitAsync(timeout, _broker.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new RequestTimeoutException(encoded.Subject, timeout);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> RespondAsync(
        string subject,
        string group,
        Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        ArgumentNullException.ThrowIfNull(respond);
        var filter = SubjectPattern.Parse(subject);
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            var responder = new Responder(_broker, filter, group, respond);
            _responders.RemoveAll(static other => other.IsDone);
            _responders.Add(responder);
            return ValueTask.FromResult<IAsyncDisposable>(responder);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredMessage> ReadAsync(string stream, string filter, ulong fromSequence, CancellationToken cancellationToken)
    {
        var pattern = SubjectPattern.Parse(filter);
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            var source = _broker.GetStream(stream);
            return StoredMessageReader.ReadAsync(_broker, source, pattern, fromSequence, source.Log.LastSequence, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredMessage?> GetAsync(string stream, ulong sequence, CancellationToken cancellationToken)
    {
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            return ValueTask.FromResult(_broker.GetStream(stream).Log.Find(sequence)?.ToStoredMessage(stream));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string stream, ulong sequence, CancellationToken cancellationToken)
    {
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            var source = _broker.GetStream(stream);
            var entry = source.Log.Find(sequence);
            if (entry is not null)
            {
                source.Remove(entry);
            }

            return ValueTask.FromResult(entry is not null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ulong> PurgeAsync(string stream, string filter, CancellationToken cancellationToken)
    {
        var pattern = SubjectPattern.Parse(filter);
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            var source = _broker.GetStream(stream);
            var entries = source.Log.From(0).Where(entry => pattern.Matches(entry.Message.Subject)).ToArray();
            Array.ForEach(entries, source.Remove);
            return ValueTask.FromResult((ulong)entries.Length);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ConsumerState> GetConsumerStateAsync(string stream, string consumer, CancellationToken cancellationToken)
    {
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            return _broker.GetStream(stream).FindConsumer(consumer) is { } durable
                ? ValueTask.FromResult(durable.GetState())
                : throw new TransportException($"consumer '{stream}/{consumer}' not found");
        }
    }

    /// <inheritdoc/>
    public ValueTask PauseConsumerAsync(string stream, string consumer, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            var durable = _broker.GetStream(stream).FindConsumer(consumer)
                ?? throw new TransportException($"consumer '{stream}/{consumer}' not found");
            durable.Pause(until);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<StreamState> GetStreamStateAsync(string stream, CancellationToken cancellationToken)
    {
        lock (_broker.Gate)
        {
            Check(cancellationToken);
            return ValueTask.FromResult(_broker.GetStream(stream).GetState());
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<Task> loops;
        lock (_broker.Gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            loops = _sessions.ConvertAll(session => session.KillAsync());
        }

        foreach (var responder in _responders)
        {
            responder.Kill();
        }

        await Task.WhenAll(loops).ConfigureAwait(false);
        if (_ownsBroker)
        {
            _broker.Dispose();
        }
    }

    private DurableConsumer FindOrAdd(ConsumerDefinition consumer)
    {
        var stream = _broker.GetStream(consumer.Stream);
        if (stream.FindConsumer(consumer.Name) is { } existing)
        {
            return existing;
        }

        var refusal = ConsumerChecks.FindError(consumer)
            ?? ConsumerChecks.FindConflict(stream.Definition, consumer, stream.Consumers.Select(other => other.Definition));
        return refusal is null
            ? stream.AddConsumer(consumer)
            : throw new TransportException($"consumer '{consumer}' cannot be made: {refusal}");
    }

    private void Check(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_isConnected)
        {
            throw new InvalidOperationException($"Call {nameof(ConnectAsync)} first.");
        }
    }
}
