namespace Messaging.Codegen.Transports;

/// <summary>
/// A broker as the rest of the library sees it: it moves bytes and knows streams and durable consumers. Every transport passes
/// the same conformance suite.
/// </summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>The value of <c>messaging.system</c>: <c>nats</c>, <c>memory</c>.</summary>
    string System { get; }

    /// <summary>True while the broker can be reached.</summary>
    bool IsConnected { get; }

    /// <summary>What the broker tells about messages that it gave up by itself; null when it never does that.</summary>
    IGiveUpNotices? GiveUpNotices => null;

    /// <summary>Connects. Called before anything else, and again if it failed.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TransportException">The broker cannot be reached or refuses the client.</exception>
    ValueTask ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Creates, updates or checks streams and consumers.</summary>
    /// <param name="streams">The streams, each name once.</param>
    /// <param name="consumers">The consumers, each stream and name once.</param>
    /// <param name="mode">What may be changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TopologyException">Something does not fit; all of it is listed.</exception>
    ValueTask ProvisionAsync(
        IReadOnlyList<StreamDefinition> streams,
        IReadOnlyList<ConsumerDefinition> consumers,
        Provision mode,
        CancellationToken cancellationToken);

    /// <summary>Finds the stream that stores a subject.</summary>
    /// <param name="subject">A subject or filter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The stream's name, or null when there is none.</returns>
    ValueTask<string?> FindStreamAsync(string subject, CancellationToken cancellationToken);

    /// <summary>Publishes one message and waits for the stream's acknowledgement. Does not retry.</summary>
    /// <param name="message">The message; the caller leaves it alone until the call has ended.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="PublishException">It was not stored, or that is not known.</exception>
    ValueTask<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Publishes several messages of one stream as a whole and waits until they are stored; what it has copies of is left out. Does not retry. Expected
    /// sequences in the terms of the first message are those before the batch; the others have none.
    /// </summary>
    /// <param name="messages">Two or more messages with different ids; the caller leaves them alone until the call has ended.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A receipt for each; null when the broker or the stream cannot store a batch as a whole, and nothing was stored.</returns>
    /// <exception cref="PublishException">None was stored, or that is not known.</exception>
    ValueTask<IReadOnlyList<PublishReceipt>?> PublishBatchAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<PublishReceipt>?>(null);

    /// <summary>Starts delivering a consumer's messages to <paramref name="sink"/>. The consumer exists, or is made if it is missing.</summary>
    /// <param name="consumer">The consumer.</param>
    /// <param name="sink">Takes the messages, one call at a time.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    ValueTask<ITransportConsumer> ConsumeAsync(ConsumerDefinition consumer, IMessageSink sink, CancellationToken cancellationToken);

    /// <summary>Sends a request and waits for one reply. Nothing is stored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">The deadline from now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoRespondersException">Nobody listens.</exception>
    /// <exception cref="RequestTimeoutException">No reply in time.</exception>
    ValueTask<TransportReply> RequestAsync(OutgoingMessage request, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Answers requests; responders of one group share them.</summary>
    /// <param name="subject">The subject or filter of the requests.</param>
    /// <param name="group">The group's name.</param>
    /// <param name="respond">Makes the reply to one request; called concurrently; never throws.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>Dispose it to stop: requests that were taken are answered first.</returns>
    ValueTask<IAsyncDisposable> RespondAsync(
        string subject,
        string group,
        Func<TransportRequest, CancellationToken, ValueTask<OutgoingMessage>> respond,
        CancellationToken cancellationToken);

    /// <summary>Reads stored messages in order, without a durable consumer, up to the end that the stream has when the call begins.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="filter">A subject or filter.</param>
    /// <param name="fromSequence">The first sequence to look at; 1 or less means from the beginning.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<StoredMessage> ReadAsync(string stream, string filter, ulong fromSequence, CancellationToken cancellationToken);

    /// <summary>Reads one stored message.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message, or null when the stream no longer holds it.</returns>
    ValueTask<StoredMessage?> GetAsync(string stream, ulong sequence, CancellationToken cancellationToken);

    /// <summary>Removes one stored message for good, whatever consumers have done with it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the stream does not hold it: removing twice is safe.</returns>
    /// <exception cref="TransportException">There is no such stream, or the broker refuses.</exception>
    ValueTask<bool> DeleteAsync(string stream, ulong sequence, CancellationToken cancellationToken);

    /// <summary>Removes the stored messages of a filter for good.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="filter">A subject or filter; <c>&gt;</c> means all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="TransportException">There is no such stream, or the broker refuses.</exception>
    ValueTask<ulong> PurgeAsync(string stream, string filter, CancellationToken cancellationToken);

    /// <summary>How far a consumer is.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="consumer">The durable's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TransportException">There is no such consumer.</exception>
    ValueTask<ConsumerState> GetConsumerStateAsync(string stream, string consumer, CancellationToken cancellationToken);

    /// <summary>Delivers nothing more of a consumer to any process until a time, or goes on. What was delivered may still be settled.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="consumer">The durable's name.</param>
    /// <param name="until">The time; null goes on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NotSupportedException">The transport cannot do it, which is what it says unless it overrides this.</exception>
    /// <exception cref="TransportException">There is no such consumer, or the broker is too old.</exception>
    ValueTask PauseConsumerAsync(string stream, string consumer, DateTimeOffset? until, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"The transport '{System}' cannot pause a consumer for all processes.");

    /// <summary>What a stream holds.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TransportException">There is no such stream.</exception>
    ValueTask<StreamState> GetStreamStateAsync(string stream, CancellationToken cancellationToken);
}
