using System.Buffers;

namespace Messaging.Codegen.Transports;

/// <summary>How far a durable consumer is.</summary>
/// <param name="Pending">Messages that match and were never delivered.</param>
/// <param name="AckPending">Messages that were delivered and are neither acknowledged nor terminated: in work, or waiting for a retry.</param>
/// <param name="Redelivered">Those of <paramref name="AckPending"/> that were delivered more than once.</param>
/// <param name="AckFloor">The stream sequence up to which everything is done.</param>
public readonly record struct ConsumerState(ulong Pending, ulong AckPending, ulong Redelivered, ulong AckFloor)
{
    /// <summary>Until when the broker delivers nothing to any process, UTC; null when it delivers.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}

/// <summary>What a stream holds.</summary>
/// <param name="Messages">How many messages.</param>
/// <param name="FirstSequence">The first one's sequence.</param>
/// <param name="LastSequence">The last sequence that was given.</param>
public readonly record struct StreamState(ulong Messages, ulong FirstSequence, ulong LastSequence);

/// <summary>A request as a transport received it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Headers">The headers, or null.</param>
/// <param name="Payload">The payload, owned by this object.</param>
public readonly record struct TransportRequest(string Subject, MessageHeaders? Headers, ReadOnlySequence<byte> Payload);

/// <summary>A reply as a transport received it.</summary>
/// <param name="Headers">The headers, or null.</param>
/// <param name="Payload">The payload, owned by this object.</param>
public readonly record struct TransportReply(MessageHeaders? Headers, ReadOnlySequence<byte> Payload);

/// <summary>The broker cannot be reached, refuses the client, or lacks what was asked for.</summary>
/// <param name="message">What was wrong and what to do.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class TransportException(string message, Exception? innerException = null) : Exception(message, innerException);
