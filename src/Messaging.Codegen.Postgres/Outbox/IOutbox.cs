using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>
/// Publishes messages in a transaction of the application: they are rows of it until it commits, and published then. A rollback takes them along. A
/// singleton, safe for concurrent use; a transaction is not.
/// </summary>
/// <remarks>
/// A message goes out at least once, with the id that it got here: the stream drops the copies that a crash of the relay makes, for as long as its duplicate
/// window lasts. Messages of one ordering key are published in the order in which they were written here, each after the one before it was acknowledged.
/// Transactions that run at the same time have no order among each other, unless an explicit <see cref="OutboxOptions.OrderingKey"/> makes one.
/// </remarks>
public interface IOutbox
{
    /// <summary>Writes <paramref name="message"/> to the outbox as part of <paramref name="transaction"/>.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="message">The message; not null.</param>
    /// <param name="transaction">An open transaction on the database of <c>UsePostgres</c>; the caller commits it.</param>
    /// <param name="options">What differs from the contract's own rules, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message id under which it will be published: that of its idempotency key, else a UUIDv7 made now.</returns>
    /// <exception cref="PostgresException">It was not written; the transaction can only be rolled back.</exception>
    /// <exception cref="SubjectFormatException">A member cannot be a token of the subject.</exception>
    /// <exception cref="ArgumentException">The transaction has ended, a header is reserved or cannot be sent, or a state of the stream is expected.</exception>
    ValueTask<string> PublishAsync<T>(
        T message, NpgsqlTransaction transaction, OutboxOptions? options = null, CancellationToken cancellationToken = default)
        where T : IMessage<T>;

    /// <summary>Has the messages published again that the broker had refused for good: after their cause was removed.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there are.</returns>
    ValueTask<int> RetryFailedAsync(CancellationToken cancellationToken = default);
}
