namespace Messaging.Codegen.Transports;

/// <summary>A message as a stream holds it.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="MessageId">The id that copies are dropped by, or null.</param>
/// <param name="Headers">Its headers, the message id not among them; null when there are none.</param>
/// <param name="Payload">Its payload, owned by this object.</param>
/// <param name="Timestamp">When it was stored, UTC.</param>
public sealed record StoredMessage(
    string Stream,
    ulong Sequence,
    string Subject,
    string? MessageId,
    MessageHeaders? Headers,
    ReadOnlyMemory<byte> Payload,
    DateTimeOffset Timestamp);
