using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen;

/// <summary>Where the message that a handler works on came from, and the way to publish from a handler. Valid until the handler returns.</summary>
public abstract class MessageContext
{
    private protected MessageContext()
    {
    }

    /// <summary>The id that the publisher gave; for a message without one, <c>stream:sequence</c>.</summary>
    public abstract string MessageId { get; }

    /// <summary>The subject that it was published on.</summary>
    public abstract string Subject { get; }

    /// <summary>The stream that holds it; empty for a request.</summary>
    public abstract string Stream { get; }

    /// <summary>The consumer that it was delivered to.</summary>
    public abstract string Consumer { get; }

    /// <summary>Its sequence in the stream; 0 for a request.</summary>
    public abstract ulong Sequence { get; }

    /// <summary>How often it has been delivered to this consumer, this time included.</summary>
    public abstract int DeliveryCount { get; }

    /// <summary>When the stream stored it, UTC; for a request, when it arrived.</summary>
    public abstract DateTimeOffset Timestamp { get; }

    /// <summary>The conversation: the publisher's, or the message's own id when it begins one.</summary>
    public abstract string CorrelationId { get; }

    /// <summary>The id of the message that caused this one, or null.</summary>
    public abstract string? CausationId { get; }

    /// <summary>The headers, the library's own among them.</summary>
    public abstract MessageHeaders Headers { get; }

    /// <summary>Where messages go that the handler causes, while that is not the transport; null otherwise.</summary>
    internal IMessageOutlet? Outlet { get; set; }

    /// <summary>The services of this delivery: one scope per message, made when it is first asked for.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>
    /// Publishes a message that the handled one causes: it carries the conversation on, and an id derived from the handled message,
    /// so that a second delivery publishes nothing twice. The handled message is acknowledged after it. In a handler with
    /// <see cref="Idempotency.Inbox"/> it is written to the outbox of the handler's transaction and published after the commit: the receipt then has no
    /// stream and the sequence 0.
    /// </summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="message">The message; not null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="PublishException">It was not stored, or that is not known after the retries.</exception>
    public abstract ValueTask<PublishReceipt> PublishAsync<T>(T message, CancellationToken cancellationToken = default)
        where T : IMessage<T>;

    /// <summary>Publishes several messages that the handled one causes, as a whole where the stream can; see <see cref="IPublisher{T}"/>.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="messages">The messages, of one stream; none null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="PublishException">None was stored, or that is not known after the retries.</exception>
    /// <exception cref="PublishBatchException">Each was published by itself, and some failed.</exception>
    public abstract ValueTask<BatchReceipt> PublishBatchAsync<T>(IReadOnlyList<T> messages, CancellationToken cancellationToken = default)
        where T : IMessage<T>;

    /// <summary>Schedules a message that the handled one causes; see <see cref="IPublisher{T}"/>.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="message">The message; not null.</param>
    /// <param name="dueAt">When it is to be delivered.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="PublishException">It was not stored, or that is not known after the retries, or the stream or the server cannot do it.</exception>
    /// <exception cref="InvalidOperationException">The handler has <see cref="Idempotency.Inbox"/>: a schedule would not wait for its transaction.</exception>
    public abstract ValueTask<ScheduleReceipt> ScheduleAsync<T>(T message, DateTimeOffset dueAt, CancellationToken cancellationToken = default)
        where T : IMessage<T>;
}
