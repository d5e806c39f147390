using System.Buffers;
using System.Globalization;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Reads a message that a <c>DIRECT.GET</c> brought: as it was stored, with what is known about it added to its headers.</summary>
internal static class DirectMessage
{
    private const string Subject = "Nats-Subject";
    private const string Sequence = "Nats-Sequence";
    private const string Timestamp = "Nats-Time-Stamp";

    private static readonly HashSet<string> Added = new(StringComparer.OrdinalIgnoreCase)
    {
        "Nats-Stream", Subject, Sequence, Timestamp, "Nats-Num-Pending", "Nats-Last-Sequence", "Nats-UpTo-Sequence",
    };

    public static StoredMessage Read(string stream, in ReadOnlySequence<byte> block, in ReadOnlySequence<byte> payload)
    {
        var all = HeaderMapping.FromBlock(block) ?? throw new FormatException("A direct answer has no headers.");
        var (messageId, headers) = HeaderMapping.Split(all, Added);
        return new StoredMessage(
            stream,
            ulong.Parse(Last(all, Sequence), CultureInfo.InvariantCulture),
            Last(all, Subject),
            messageId,
            headers,
            payload.ToArray(),
            StoredTime.Parse(Last(all, Timestamp)));
    }

    // The server's own come after those of the publisher.
    private static string Last(MessageHeaders headers, string name) =>
        headers.Last(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
