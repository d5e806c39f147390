namespace Messaging.Codegen.Consuming;

/// <summary>
/// Remembers which messages a consumer has completed. Register an implementation in dependency injection to serve one kind of
/// <see cref="Idempotency"/>; the last registration of a kind counts.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>The kind that it serves.</summary>
    Idempotency Kind { get; }

    /// <summary>Called once at start, before any message, when a handler asks for this kind.</summary>
    /// <param name="mode">What the service may create or change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TopologyException">What it keeps its memory in is missing or does not fit, and may not be changed.</exception>
    ValueTask PrepareAsync(Provision mode, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Runs <paramref name="handle"/> unless the key was completed before, and remembers the completion.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="key">Stream, consumer, contract and business key or message id: equal for all deliveries of a message to a consumer.</param>
    /// <param name="handle">Runs filters and handlers. When it throws, the key stays open for the next delivery, and the exception goes on.</param>
    /// <param name="cancellationToken">Cancelled when the service stops and its patience is over.</param>
    /// <returns>
    /// <see cref="ConsumeOutcome.Handled"/> only when the completion is remembered, else <see cref="ConsumeOutcome.Duplicate"/> or
    /// <see cref="ConsumeOutcome.Busy"/>.
    /// </returns>
    /// <exception cref="IdempotencyStoreUnavailableException">
    /// It cannot be said whether the message was completed. The consumer waits and calls again with the same delivery, as often as it takes.
    /// </exception>
    ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken);
}

/// <summary>A store cannot say whether a message was completed: its consumers wait until it can, they do not guess.</summary>
/// <param name="message">What is out of reach.</param>
/// <param name="innerException">The cause.</param>
public sealed class IdempotencyStoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
