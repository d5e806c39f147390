using System.Buffers;

namespace Messaging.Codegen.Transports;

/// <summary>A message as a transport received it; valid only during <see cref="IMessageSink.Deliver"/>.</summary>
public readonly ref struct IncomingMessage
{
    /// <summary>The subject that it was published on.</summary>
    public required string Subject { get; init; }

    /// <summary>The payload; the memory belongs to the transport.</summary>
    public required ReadOnlySequence<byte> Payload { get; init; }

    /// <summary>The headers, the message id among them as <see cref="HeaderRules.MessageId"/>; null when there are none. The object may be kept.</summary>
    public MessageHeaders? Headers { get; init; }

    /// <summary>Which delivery this is.</summary>
    public required DeliveryInfo Delivery { get; init; }
}
