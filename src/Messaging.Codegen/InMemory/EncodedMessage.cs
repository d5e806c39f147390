using System.Buffers;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>A message as it left its process: nothing of it is shared with the sender any more.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="MessageId">The id that copies are dropped by, or null.</param>
/// <param name="Headers">The header lines, or null.</param>
/// <param name="Payload">The payload.</param>
/// <param name="Terms">What is asked of the stream, or null.</param>
internal sealed record EncodedMessage(string Subject, string? MessageId, byte[]? Headers, byte[] Payload, PublishTerms? Terms)
{
    /// <summary>What a stream counts against its limit of bytes: as a JetStream memory store counts, sequence and age included.</summary>
    public long StoredSize => Subject.Length + HeaderSize + Payload.Length + 16;

    private long HeaderSize => Headers is null ? 0 : Headers.Length + HeaderBlock.Framing;

    /// <summary>Takes a message off its sender.</summary>
    /// <param name="message">The message.</param>
    /// <param name="maxPayload">How many bytes the broker takes.</param>
    /// <exception cref="PublishException">It is too large.</exception>
    /// <exception cref="SubjectFormatException">Its subject is not a concrete one.</exception>
    public static EncodedMessage From(OutgoingMessage message, int maxPayload)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SubjectSyntax.FindConcreteError(message.Subject) is { } error
            ? throw new SubjectFormatException(error)
            : FromReply(message, maxPayload);
    }

    /// <summary>Takes a reply off its sender: it travels to the requester, whatever its subject.</summary>
    /// <param name="message">The reply.</param>
    /// <param name="maxPayload">How many bytes the broker takes.</param>
    /// <exception cref="PublishException">It is too large.</exception>
    public static EncodedMessage FromReply(OutgoingMessage message, int maxPayload)
    {
        var payload = new ArrayBufferWriter<byte>();
        message.WritePayload(payload);
        var headers = HeaderBlock.Encode(message, out var messageId);
        var encoded = new EncodedMessage(message.Subject, messageId, headers, payload.WrittenSpan.ToArray(), message.Terms);
        var size = encoded.HeaderSize + encoded.Payload.Length;
        return size <= maxPayload
            ? encoded
            : throw new PublishException(
                PublishFailure.TooLarge, message.Subject, $"{size} bytes with headers are more than the {maxPayload} that the broker takes.");
    }

    /// <summary>A fresh view of the headers, or null when there are none.</summary>
    public MessageHeaders? ParseHeaders() => Headers is null ? null : MessageHeaders.FromLines(Headers);
}
