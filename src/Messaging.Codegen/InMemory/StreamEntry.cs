using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>One message of a stream.</summary>
/// <param name="sequence">Its sequence.</param>
/// <param name="message">The message.</param>
/// <param name="timestamp">When it was stored, UTC.</param>
/// <param name="storedAt">The same on the broker's clock.</param>
internal sealed class StreamEntry(ulong sequence, EncodedMessage message, DateTimeOffset timestamp, TimeSpan storedAt)
{
    public ulong Sequence { get; } = sequence;

    public EncodedMessage Message { get; } = message;

    public DateTimeOffset Timestamp { get; } = timestamp;

    public TimeSpan StoredAt { get; } = storedAt;

    /// <summary>What takes the place of a message that waits for its time; null for any other.</summary>
    public EncodedMessage? Successor { get; init; }

    /// <summary>With interest retention: how many consumers have not settled it yet.</summary>
    public int Interest { get; set; }

    /// <summary>True once the stream no longer holds it.</summary>
    public bool IsRemoved { get; set; }

    public StoredMessage ToStoredMessage(string stream) =>
        new(stream, Sequence, Message.Subject, Message.MessageId, HeaderBlock.WithoutMessageId(Message.Headers), Message.Payload.ToArray(), Timestamp);
}
