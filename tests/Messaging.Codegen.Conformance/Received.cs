using System.Buffers;
using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Conformance;

/// <summary>A copy of a delivered message.</summary>
public sealed record Received
{
    /// <summary>Copies a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="at">When it arrived.</param>
    public Received(in IncomingMessage message, long at)
    {
        Subject = message.Subject;
        Payload = message.Payload.ToArray();
        Headers = message.Headers;
        Delivery = message.Delivery;
        At = at;
    }

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>The payload.</summary>
    public byte[] Payload { get; }

    /// <summary>The payload as text.</summary>
    public string Text => Encoding.UTF8.GetString(Payload);

    /// <summary>The headers, or null.</summary>
    public MessageHeaders? Headers { get; }

    /// <summary>The delivery.</summary>
    public DeliveryInfo Delivery { get; }

    /// <summary>How often it was delivered.</summary>
    public int Count => Delivery.DeliveryCount;

    /// <summary>When it arrived, a timestamp of the broker's time.</summary>
    public long At { get; }
}
