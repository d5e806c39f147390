namespace Messaging.Codegen;

/// <summary>
/// The messages that consumers gave up: the dead letters, and what could not be read (quarantine). Resolve it from dependency injection after
/// <c>AddDeadLetters()</c>; it works in any process of the service, whether or not it runs handlers.
/// </summary>
/// <remarks>
/// A message stays here until its replay has been handled, it is purged, or it is edited, which puts a changed one in its place. All calls may be
/// repeated: what is gone is reported as gone, and a message is on its way back at most once.
/// </remarks>
public interface IDeadLetters
{
    /// <summary>Reads them, one after the other, as they are at the beginning of the call.</summary>
    /// <param name="filter">Which ones; null means all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<DeadLetter> ListAsync(DeadLetterFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when it is gone.</returns>
    ValueTask<DeadLetter?> FindAsync(DeadLetterId id, CancellationToken cancellationToken = default);

    /// <summary>Shows a payload as indented JSON with the names of the contract's members, as <see cref="Facts.PayloadJson"/> does.</summary>
    /// <param name="letter">The message; not null.</param>
    /// <exception cref="MessageFormatException">The payload is no MessagePack, or breaks off.</exception>
    string Show(DeadLetter letter);

    /// <summary>Puts another message of the same contract in its place; headers, reason and all else stay.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="id">Its id.</param>
    /// <param name="message">The new message; not null. It goes to the handler on the subject that the old one had.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the changed one, or null when the old one is gone.</returns>
    /// <exception cref="ArgumentException">It is known to be of another contract.</exception>
    /// <exception cref="PublishException">The changed one could not be stored; the old one is still there.</exception>
    ValueTask<DeadLetterId?> EditAsync<T>(DeadLetterId id, T message, CancellationToken cancellationToken = default)
        where T : IMessage<T>;

    /// <summary>Puts a changed copy in its place.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="edit">What changes; not null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the changed one, or null when the old one is gone.</returns>
    /// <exception cref="ArgumentException">A header is reserved or cannot be sent, or there is JSON for a message of an unknown contract.</exception>
    /// <exception cref="FormatException">The JSON does not fit the contract.</exception>
    /// <exception cref="PublishException">The changed one could not be stored; the old one is still there.</exception>
    ValueTask<DeadLetterId?> EditAsync(DeadLetterId id, DeadLetterEdit edit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends one back to the consumer that gave it up, and to no other: its handler sees the original subject, id, headers and place in the stream, and
    /// a delivery count that begins anew. It stays in the list until it has been handled, and comes back as a new one when it fails again.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it is gone, because it was handled or purged. Replaying one that is on its way does nothing and gives true.</returns>
    /// <exception cref="PublishException">The request could not be stored.</exception>
    ValueTask<bool> ReplayAsync(DeadLetterId id, CancellationToken cancellationToken = default);

    /// <summary>Sends those of a filter back, one after the other, no faster than the options say.</summary>
    /// <param name="filter">Which ones; not null.</param>
    /// <param name="options">How fast; null means the defaults.</param>
    /// <param name="cancellationToken">Stops; what was sent back before stays so.</param>
    /// <returns>How many are on their way.</returns>
    /// <exception cref="PublishException">A request could not be stored.</exception>
    ValueTask<long> ReplayAsync(DeadLetterFilter filter, ReplayOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes one for good. A replay of it that has not begun does not happen then.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was gone.</returns>
    ValueTask<bool> PurgeAsync(DeadLetterId id, CancellationToken cancellationToken = default);

    /// <summary>Removes those of a filter for good.</summary>
    /// <param name="filter">Which ones; not null.</param>
    /// <param name="cancellationToken">Stops; what was removed before stays so.</param>
    /// <returns>How many were removed.</returns>
    ValueTask<long> PurgeAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default);
}

/// <summary>What changes about a message that was given up.</summary>
public sealed record DeadLetterEdit
{
    /// <summary>The new payload; null leaves it as it is.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    /// <summary>
    /// The new payload as JSON, in the form that <see cref="IDeadLetters.Show"/> has; null leaves it as it is. <see cref="Payload"/> goes before it.
    /// </summary>
    public string? Json { get; init; }

    /// <summary>Headers to set, and with null to remove; null leaves all as they are. Names of the broker and of this library are refused.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }
}

/// <summary>How a replay of many messages goes on.</summary>
public sealed record ReplayOptions
{
    /// <summary>How many are sent back in a second, 1 or more; the default is 100.</summary>
    public int MaxPerSecond { get; init; } = 100;
}
