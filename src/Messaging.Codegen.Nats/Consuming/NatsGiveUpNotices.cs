using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Nats.Consuming;

/// <summary>The server's advisories of two kinds: a consumer's <c>max_deliver</c> was reached, and a message was terminated.</summary>
internal sealed class NatsGiveUpNotices : IGiveUpNotices
{
    private const string Prefix = "$JS.EVENT.ADVISORY.CONSUMER";
    private const string MaxDeliver = "io.nats.jetstream.advisory.v1.max_deliver";
    private const string Terminated = "io.nats.jetstream.advisory.v1.terminated";

    public static readonly NatsGiveUpNotices Instance = new();

    private NatsGiveUpNotices()
    {
    }

    public StreamDefinition StreamFor(string stream) =>
        new(stream + "_ADVISORIES", [$"{Prefix}.MAX_DELIVERIES.{stream}.*", $"{Prefix}.MSG_TERMINATED.{stream}.*"]);

    public GiveUpNotice? Read(in IncomingMessage message)
    {
        try
        {
            return JsonNode.Parse(message.Payload.ToArray()) is JsonObject json && json.GetString("type") is MaxDeliver or Terminated
                ? new GiveUpNotice(
                    json.GetString("stream") ?? "",
                    json.GetString("consumer") ?? "",
                    json.GetUInt64("stream_seq"),
                    json.GetInt32("deliveries"),
                    json.GetString("type") == Terminated ? json.GetString("reason") ?? "" : null)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Somebody else published on the server's subject.
            return null;
        }
    }
}
