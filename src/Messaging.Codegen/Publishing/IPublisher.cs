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
}
