using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Topology;

namespace Messaging.Codegen.Nats.JetStream;

/// <summary>A durable pull consumer's settings between the server's JSON and a definition.</summary>
internal static class ConsumerConfig
{
    /// <summary>
    /// How many messages may be without their acknowledgement over all processes together. A message that waits for its next try
    /// counts too, so this is far above what is fetched: a burst of failing messages must not stop the others. 65,536 costs the
    /// server a few megabytes when it is reached.
    /// </summary>
    private const int MaxAckPending = 65_536;

    private const int Unlimited = -1;

    /// <summary>The definition that the server's settings amount to.</summary>
    public static ConsumerDefinition Read(string stream, JsonObject config)
    {
        var filters = config.GetString("filter_subject") is { Length: > 0 } filter ? [filter] : config.GetStrings("filter_subjects");
        return new ConsumerDefinition(stream, config.GetString("durable_name") ?? config.GetString("name") ?? "", filters)
        {
            AckWait = config.GetTimeSpan("ack_wait"),
            DeliverFrom = config.GetString("deliver_policy") == "new" ? DeliverFrom.New : DeliverFrom.All,
        };
    }

    /// <summary>The settings of a new consumer.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="startSequence">Where it begins; null means as the definition says.</param>
    public static JsonObject Create(ConsumerDefinition definition, ulong? startSequence = null)
    {
        var config = new JsonObject
        {
            ["name"] = definition.Name,
            ["durable_name"] = definition.Name,
            ["ack_policy"] = "explicit",
            ["replay_policy"] = "instant",
            ["deliver_policy"] = startSequence is not null ? "by_start_sequence" : definition.DeliverFrom == DeliverFrom.New ? "new" : "all",
        };
        if (startSequence is { } sequence)
        {
            config["opt_start_seq"] = sequence;
        }

        Write(definition, config);
        return config;
    }

    /// <summary>The server's settings, changed to what the definition needs.</summary>
    public static JsonObject Update(JsonObject config, ConsumerDefinition definition)
    {
        var changed = (JsonObject)config.DeepClone();
        Write(definition, changed);
        return changed;
    }

    /// <summary>Lowers <c>max_ack_pending</c> to the limit that a refusal names.</summary>
    /// <returns>False when it names none, or one that is too low for the definition.</returns>
    public static bool TryLower(JsonObject config, ConsumerDefinition definition, string refusal)
    {
        // "consumer max ack pending exceeds system limit of 1000"
        if (!long.TryParse(refusal.AsSpan(refusal.LastIndexOf(' ') + 1), out var limit) || limit < LeastAckPending(definition))
        {
            return false;
        }

        config["max_ack_pending"] = limit;
        return true;
    }

    /// <summary>What <see cref="ConsumerDefinition"/> does not name, but without which messages would be lost or never arrive.</summary>
    public static IReadOnlyList<DriftedSetting> Drifted(ConsumerDefinition declared, JsonObject actual)
    {
        List<DriftedSetting> drifted = [];
        DriftedSetting.Compare(drifted, "deliver_subject", "none", actual.GetString("deliver_subject") ?? "none", isChangeable: false);
        DriftedSetting.Compare(drifted, "ack_policy", "explicit", actual.GetString("ack_policy") ?? "none", isChangeable: false);
        DriftedSetting.Compare(drifted, "headers_only", false, actual.GetBoolean("headers_only"));
        DriftedSetting.Compare(drifted, "inactive_threshold", TimeSpan.Zero, actual.GetTimeSpan("inactive_threshold"));

        // With a limit of the server's own, a message that keeps failing would stop coming instead of being dead-lettered.
        DriftedSetting.Compare<long?>(drifted, "max_deliver", null, actual.GetInt64("max_deliver") is > 0 and var limit ? limit : null);
        DriftedSetting.Compare(drifted, "backoff", "none", actual["backoff"] is JsonArray { Count: > 0 } backoff ? backoff.ToJsonString() : "none");
        if (actual.GetInt64("max_ack_pending") is > 0 and var pending && pending < LeastAckPending(declared))
        {
            DriftedSetting.Compare(drifted, "max_ack_pending", LeastAckPending(declared), pending);
        }

        return drifted;
    }

    private static long LeastAckPending(ConsumerDefinition definition) => (long)definition.Prefetch + definition.Concurrency;

    private static void Write(ConsumerDefinition definition, JsonObject config)
    {
        config.Remove("filter_subject");
        config.Remove("filter_subjects");
        config.Remove("headers_only");
        config.Remove("inactive_threshold");
        config.Remove("backoff");
        config["max_deliver"] = Unlimited;
        config["ack_wait"] = Nanoseconds.From(definition.AckWait);
        if (config.GetInt64("max_ack_pending") is var pending and >= 0 && pending < LeastAckPending(definition))
        {
            config["max_ack_pending"] = Math.Max(MaxAckPending, LeastAckPending(definition));
        }

        if (definition.Filters.Count == 1)
        {
            config["filter_subject"] = definition.Filters[0];
        }
        else if (definition.Filters.Count > 1)
        {
            config["filter_subjects"] = definition.Filters.ToJsonArray();
        }
    }
}
