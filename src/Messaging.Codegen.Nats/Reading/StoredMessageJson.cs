using System.Buffers;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Reading;

/// <summary>Reads the answer to <c>STREAM.MSG.GET</c>.</summary>
internal static class StoredMessageJson
{
    private static readonly HashSet<string> NothingAdded = [];

    public static StoredMessage Read(string stream, JsonObject message)
    {
        var all = message.GetString("hdrs") is { } base64
            ? HeaderMapping.FromBlock(new ReadOnlySequence<byte>(Convert.FromBase64String(base64)))
            : null;
        var (messageId, headers) = all is null ? (null, null) : HeaderMapping.Split(all, NothingAdded);
        return new StoredMessage(
            stream,
            message.GetUInt64("seq"),
            message.GetString("subject") ?? "",
            messageId,
            headers,
            Convert.FromBase64String(message.GetString("data") ?? ""),
            StoredTime.Parse(message.GetString("time") ?? ""));
    }
}
