using System.Buffers;

namespace Messaging.Codegen.Transports;

/// <summary>A message whose payload exists already: a dead-letter or quarantine copy, a replay.</summary>
public sealed class OutgoingBytes : OutgoingMessage
{
    private readonly ReadOnlyMemory<byte> _payload;

    /// <summary>Makes the message.</summary>
    /// <param name="subject">The subject; concrete, no wildcards.</param>
    /// <param name="messageId">The id that the stream drops copies by, or null.</param>
    /// <param name="headers">The headers, or null.</param>
    /// <param name="payload">The bytes; not copied.</param>
    /// <param name="terms">What is asked of the stream, or null.</param>
    public OutgoingBytes(string subject, string? messageId, MessageHeaders? headers, ReadOnlyMemory<byte> payload, PublishTerms? terms = null)
    {
        Subject = subject;
        MessageId = messageId;
        Headers = headers;
        Terms = terms;
        _payload = payload;
    }

    /// <inheritdoc/>
    public override void WritePayload(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(_payload.Span);
    }
}
