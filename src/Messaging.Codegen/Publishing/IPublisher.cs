using Messaging.Codegen.Transports;

namespace Messaging.Codegen;

/// <summary>Publishes one contract. Resolve it from dependency injection; a singleton, safe for concurrent use.</summary>
/// <typeparam name="T">The contract.</typeparam>
public interface IPublisher<T>
    where T : IMessage<T>
{
    /// <summary>Publishes <paramref name="message"/> and waits until the stream holds it.</summary>
    /// <param name="message">The message; not null. Do not change it until the call has ended.</param>
    /// <param name="cancellationToken">Stops waiting; the message may be stored nevertheless.</param>
    /// <returns>The stream's receipt.</returns>
    /// <exception cref="PublishException">It was not stored, or that is not known after the retries.</exception>
    /// <exception cref="SubjectFormatException">A member cannot be a token of the subject.</exception>
    ValueTask<PublishReceipt> PublishAsync(T message, CancellationToken cancellationToken = default);

    /// <summary>Publishes <paramref name="message"/> as <paramref name="options"/> say and waits until the stream holds it.</summary>
    /// <param name="message">The message; not null. Do not change it until the call has ended.</param>
    /// <param name="options">What differs from the contract's own rules; not null.</param>
    /// <param name="cancellationToken">Stops waiting; the message may be stored nevertheless.</param>
    /// <returns>The stream's receipt.</returns>
    /// <exception cref="PublishException">It was not stored, or that is not known after the retries.</exception>
    /// <exception cref="SubjectFormatException">A member cannot be a token of the subject.</exception>
    /// <exception cref="ArgumentException">A header is reserved or cannot be sent.</exception>
    ValueTask<PublishReceipt> PublishAsync(T message, PublishOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Publishes several messages as a whole where the stream can (<see cref="StreamAttribute.AllowAtomicBatches"/>), else each by itself, all at once.
    /// </summary>
    /// <param name="messages">The messages, of one stream; none null. Do not change them until the call has ended.</param>
    /// <param name="cancellationToken">Stops waiting; the messages may be stored nevertheless.</param>
    /// <returns>The receipts, and whether they were stored as a whole.</returns>
    /// <exception cref="PublishException">None was stored, or that is not known after the retries.</exception>
    /// <exception cref="PublishBatchException">Each was published by itself, and some failed.</exception>
    ValueTask<BatchReceipt> PublishBatchAsync(IReadOnlyList<T> messages, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PublishBatchAsync(IReadOnlyList{T}, CancellationToken)"/>
    /// <param name="messages">The messages, of one stream; none null. Do not change them until the call has ended.</param>
    /// <param name="options">What differs from the contract's own rules; not null.</param>
    /// <param name="cancellationToken">Stops waiting; the messages may be stored nevertheless.</param>
    ValueTask<BatchReceipt> PublishBatchAsync(IReadOnlyList<T> messages, PublishBatchOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the stream keep <paramref name="message"/> and deliver it at <paramref name="dueAt"/>, also when this process has ended by then. The stream must
    /// allow it, <see cref="StreamAttribute.AllowSchedules"/>. While it waits, another one with the same id takes its place, or is dropped as a copy within
    /// the stream's duplicate window. Expected states cannot be asked for.
    /// </summary>
    /// <param name="message">The message; not null. It is serialized now.</param>
    /// <param name="dueAt">When; a time in the past means at once.</param>
    /// <param name="options">What differs from the contract's own rules; null for nothing. A time to live begins with the delivery.</param>
    /// <param name="cancellationToken">Stops waiting; the message may be stored nevertheless.</param>
    /// <returns>What to cancel it with.</returns>
    /// <exception cref="PublishException">It was not stored, or that is not known after the retries, or the stream or the server cannot do it.</exception>
    ValueTask<ScheduleReceipt> ScheduleAsync(
        T message, DateTimeOffset dueAt, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ScheduleAsync(T, DateTimeOffset, PublishOptions, CancellationToken)"/>
    /// <param name="message">The message; not null. It is serialized now.</param>
    /// <param name="delay">How long from now on; zero or less means at once.</param>
    /// <param name="options">What differs from the contract's own rules; null for nothing. A time to live begins with the delivery.</param>
    /// <param name="cancellationToken">Stops waiting; the message may be stored nevertheless.</param>
    ValueTask<ScheduleReceipt> ScheduleAsync(
        T message, TimeSpan delay, PublishOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a scheduled message back, from any process.</summary>
    /// <param name="receipt">What <c>ScheduleAsync</c> returned.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>True when it was still waiting and will not be delivered; false when it was delivered, replaced or taken back before.</returns>
    /// <exception cref="TransportException">The broker cannot be reached.</exception>
    ValueTask<bool> CancelScheduledAsync(ScheduleReceipt receipt, CancellationToken cancellationToken = default);
}
