namespace Messaging.Codegen.Transports;

/// <summary>One delivery of a stored message to a consumer.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">The message's sequence in the stream.</param>
/// <param name="DeliveryCount">How often it has been delivered to this consumer, this time included; 1 or more.</param>
/// <param name="Timestamp">When the stream stored it, UTC.</param>
/// <param name="AckToken">What the transport needs to acknowledge it.</param>
public readonly record struct DeliveryInfo(string Stream, ulong Sequence, int DeliveryCount, DateTimeOffset Timestamp, object AckToken);
