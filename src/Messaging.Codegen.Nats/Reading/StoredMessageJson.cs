using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Reads the answer to <c>STREAM.MSG.GET</c>.</summary>
internal static class StoredMessageJson
{
    public static StoredMessage Read(string stream, JsonObject message)
    {
        var (messageId, headers) = ReadHeaders(message.GetString("hdrs"));
        return new StoredMessage(
            stream,
            message.GetUInt64("seq"),
            message.GetString("subject") ?? "",
            messageId,
            headers,
            Convert.FromBase64String(message.GetString("data") ?? ""),
            DateTimeOffset.Parse(message.GetString("time") ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
    }

    private static (string? MessageId, MessageHeaders? Others) ReadHeaders(string? base64)
    {
        if (base64 is null || HeaderMapping.FromBlock(new ReadOnlySequence<byte>(Convert.FromBase64String(base64))) is not { } all)
        {
            return (null, null);
        }

        var messageId = all[HeaderRules.MessageId];
        return (messageId, messageId is null ? all : HeaderMapping.Without(all, HeaderRules.MessageId));
    }
}
