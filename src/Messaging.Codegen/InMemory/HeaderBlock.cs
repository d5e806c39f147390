using System.Text;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>Headers as they would travel: one <c>Name: value</c> line each, the message id first.</summary>
internal static class HeaderBlock
{
    /// <summary>What NATS puts around the lines: <c>NATS/1.0</c> with its line end, and an empty line.</summary>
    public const int Framing = 12;

    /// <summary>Writes the headers of a message down; null when it has none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="messageId">Its id: the property, else a header that somebody set by hand; null when there is neither.</param>
    public static byte[]? Encode(OutgoingMessage message, out string? messageId)
    {
        messageId = message.MessageId ?? message.Headers?[HeaderRules.MessageId];
        var lines = new StringBuilder();
        if (messageId is not null)
        {
            HeaderRules.Check(HeaderRules.MessageId, messageId);
            Append(lines, HeaderRules.MessageId, messageId);
        }

        if (message.Headers is { } headers)
        {
            foreach (var (name, value) in headers)
            {
                if (!IsMessageId(name))
                {
                    Append(lines, name, value);
                }
            }
        }

        return lines.Length == 0 ? null : Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>The headers besides the message id; null when there are none.</summary>
    /// <param name="block">What <see cref="Encode"/> gave.</param>
    public static MessageHeaders? WithoutMessageId(byte[]? block)
    {
        if (block is null)
        {
            return null;
        }

        var rest = new MessageHeaders();
        foreach (var (name, value) in MessageHeaders.FromLines(block))
        {
            if (!IsMessageId(name))
            {
                rest.Add(name, value);
            }
        }

        return rest.Count == 0 ? null : rest;
    }

    /// <summary>The headers of a message that was scheduled: the id of the schedule is the message's own.</summary>
    /// <param name="block">What <see cref="Encode"/> gave.</param>
    /// <param name="messageId">The id.</param>
    public static byte[] Delivered(byte[]? block, string messageId)
    {
        var lines = new StringBuilder();
        foreach (var (name, value) in WithoutMessageId(block) ?? [])
        {
            Append(lines, name, value);
        }

        Append(lines, HeaderRules.OriginalMessageId, messageId);
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static bool IsMessageId(string name) => string.Equals(name, HeaderRules.MessageId, StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder lines, string name, string value) => lines.Append(name).Append(": ").Append(value).Append("\r\n");
}
