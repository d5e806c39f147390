using System.Buffers;
using System.Text;
using Messaging.Codegen.Nats.Publishing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.Primitives;
using NATS.Client.Core;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>Headers between this library, the client library and the wire.</summary>
internal static class HeaderMapping
{
    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>The headers of a message in the client's words.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reused">An object to fill, or null.</param>
    /// <returns>Null when there are no headers, because an empty block costs too.</returns>
    public static NatsHeaders? ToNats(OutgoingMessage message, ref NatsHeaders? reused)
    {
        var wire = message as WireMessage;
        if (message.MessageId is null && message.Terms is null && wire is null && message.Headers is not { Count: > 0 })
        {
            return null;
        }

        var headers = reused ??= new NatsHeaders(2);
        headers.Clear();
        if (message.MessageId is { } id)
        {
            // The client lets a single CR or LF through.
            HeaderRules.Check(HeaderRules.MessageId, id);
            headers[HeaderRules.MessageId] = id;
        }

        if (message.Terms is { } terms)
        {
            TermHeaders.Add(headers, terms);
        }

        wire?.AddTo(headers);

        if (message.Headers is { } others)
        {
            foreach (var (name, value) in others)
            {
                headers[name] = headers.TryGetValue(name, out var earlier) ? StringValues.Concat(earlier, value) : value;
            }
        }

        return headers;
    }

    /// <inheritdoc cref="ToNats(OutgoingMessage, ref NatsHeaders)"/>
    public static NatsHeaders? ToNats(OutgoingMessage message)
    {
        NatsHeaders? headers = null;
        return ToNats(message, ref headers);
    }

    /// <summary>Copies the lines of a received block, without its version line.</summary>
    /// <param name="block">The block, <c>NATS/1.0</c> and empty line included.</param>
    /// <returns>Null when the block has no lines.</returns>
    public static MessageHeaders? FromBlock(in ReadOnlySequence<byte> block)
    {
        var reader = new SequenceReader<byte>(block);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> _, LineEnd) || reader.Remaining <= LineEnd.Length)
        {
            return null;
        }

        return MessageHeaders.FromLines(reader.UnreadSequence.Slice(0, reader.Remaining - LineEnd.Length).ToArray());
    }

    /// <summary>The headers that the client has parsed. A foreign value may hold what may not be sent; it is kept.</summary>
    public static MessageHeaders? FromNats(NatsHeaders? headers) =>
        headers is { Count: > 0 } ? FromPairs(headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? ""))) : null;

    /// <summary>Takes the message id out of stored headers, and what is left without <paramref name="dropped"/>; null when that is nothing.</summary>
    public static (string? MessageId, MessageHeaders? Others) Split(MessageHeaders headers, HashSet<string> dropped)
    {
        var rest = headers
            .Where(header => !header.Key.Equals(HeaderRules.MessageId, StringComparison.OrdinalIgnoreCase) && !dropped.Contains(header.Key))
            .ToArray();
        return (headers[HeaderRules.MessageId], rest.Length > 0 ? FromPairs(rest) : null);
    }

    private static MessageHeaders FromPairs(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var lines = new StringBuilder();
        foreach (var (name, value) in pairs)
        {
            lines.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return MessageHeaders.FromLines(Encoding.UTF8.GetBytes(lines.ToString()));
    }
}
