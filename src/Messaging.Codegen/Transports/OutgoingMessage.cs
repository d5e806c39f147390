using System.Buffers;

namespace Messaging.Codegen.Transports;

/// <summary>One message on its way to a transport. The payload is written on demand, straight into the transport's buffer.</summary>
public abstract class OutgoingMessage
{
    /// <summary>The subject; concrete, no wildcards.</summary>
    public string Subject { get; protected set; } = "";

    /// <summary>The id that the stream drops copies by (<c>Nats-Msg-Id</c> on NATS); null for requests and replies.</summary>
    public string? MessageId { get; protected set; }

    /// <summary>The headers besides the message id; null when there are none.</summary>
    public MessageHeaders? Headers { get; protected set; }

    /// <summary>What is asked of the stream beyond storing it; null when nothing is.</summary>
    public PublishTerms? Terms { get; protected set; }

    /// <summary>Writes the payload. May be called again for a retry and gives the same bytes.</summary>
    /// <param name="output">The destination.</param>
    public abstract void WritePayload(IBufferWriter<byte> output);

    /// <summary>Gives it back to where it came from. Only after success: a transport may still hold a message whose publish failed or was given up.</summary>
    internal virtual void Return()
    {
    }
}
