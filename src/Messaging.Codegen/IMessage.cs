using Messaging.Codegen.Publishing;
using Messaging.Codegen.Serialization;

namespace Messaging.Codegen;

/// <summary>
/// What the generator implements on every <c>[Message]</c> type: its identity on the wire, its subject and its bytes.
/// Write <c>[Message("orders.placed")]</c> on a <c>partial</c> type instead of implementing this by hand.
/// </summary>
/// <typeparam name="TSelf">The contract itself.</typeparam>
public interface IMessage<TSelf>
    where TSelf : IMessage<TSelf>
{
    /// <summary>The wire identity and the subjects of the contract. Never null, one instance per contract.</summary>
    static abstract MessageContract Contract { get; }

    /// <summary>The subject that <paramref name="message"/> is published on, with every template token escaped.</summary>
    /// <param name="message">The message; not null.</param>
    /// <exception cref="SubjectFormatException">A member's value is null, or too long for a subject token.</exception>
    static abstract string GetSubject(TSelf message);

    /// <summary>
    /// The business key made of the <see cref="IdempotencyKeyAttribute"/> members, or null when the contract has none.
    /// </summary>
    /// <param name="message">The message; not null.</param>
    static abstract string? GetIdempotencyKey(TSelf message);

    /// <summary>Writes the MessagePack form of <paramref name="message"/>.</summary>
    /// <param name="writer">The destination; the caller flushes it.</param>
    /// <param name="message">The message; not null.</param>
    static abstract void Write(ref PackWriter writer, TSelf message);

    /// <summary>Reads one message and leaves <paramref name="reader"/> behind it.</summary>
    /// <param name="reader">The source.</param>
    /// <exception cref="MessageFormatException">The bytes are not this contract.</exception>
    static abstract TSelf Read(ref PackReader reader);

    /// <summary>
    /// The facts about the contract and its parts, UTF-8 lines ended by a line feed: what shows a payload with names at run time. Nothing on a message's
    /// path reads them, and an application that never does is trimmed of them.
    /// </summary>
    static virtual ReadOnlySpan<byte> Facts => default;

    /// <summary>True when publishing a message publishes older versions of it too: <see cref="AlsoPublishAttribute"/>.</summary>
    static virtual bool HasCopies => false;

    /// <summary>Shows the older versions that are published with <paramref name="message"/>.</summary>
    /// <param name="message">The message; not null.</param>
    /// <param name="visitor">Sees them; not null.</param>
    static virtual void VisitCopies(TSelf message, IMessageVisitor visitor)
    {
    }
}
