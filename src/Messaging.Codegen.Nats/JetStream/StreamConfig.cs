using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.Protocol;

namespace Messaging.Codegen.Nats.JetStream;

/// <summary>A stream's settings between the server's JSON and a definition.</summary>
internal static class StreamConfig
{
    private static readonly string[] Retentions = ["limits", "workqueue", "interest"];
    private static readonly string[] Storages = ["file", "memory"];
    private static readonly string[] Discards = ["old", "new"];

    /// <summary>The definition that the server's settings amount to.</summary>
    public static StreamDefinition Read(JsonObject config) => new(config.GetString("name") ?? "", config.GetStrings("subjects"))
    {
        Retention = (StreamRetention)IndexOf(Retentions, config, "retention"),
        Storage = (StreamStorage)IndexOf(Storages, config, "storage"),
        Discard = (StreamDiscard)IndexOf(Discards, config, "discard"),
        MaxAge = config.GetTimeSpan("max_age") is { Ticks: > 0 } age ? age : null,
        DuplicateWindow = config.GetTimeSpan("duplicate_window"),
        MaxMessages = Limit(config, "max_msgs"),
        MaxBytes = Limit(config, "max_bytes"),
        Replicas = Math.Max(1, config.GetInt32("num_replicas")),
        AllowMessageTtl = config.GetBoolean("allow_msg_ttl"),
        AllowAtomicBatches = config.GetBoolean("allow_atomic"),
        AllowSchedules = config.GetBoolean("allow_msg_schedules"),
    };

    /// <summary>The settings of a new stream.</summary>
    public static JsonObject Create(StreamDefinition definition)
    {
        var config = new JsonObject
        {
            ["name"] = definition.Name,

            // Any replica may answer reads, and with many messages at a time.
            ["allow_direct"] = true,
        };
        foreach (var (name, value) in Settings(definition))
        {
            config[name] = value;
        }

        return config;
    }

    /// <summary>The server's settings, changed where <paramref name="target"/> differs from them and nowhere else.</summary>
    public static JsonObject Update(JsonObject config, StreamDefinition target)
    {
        var changed = (JsonObject)config.DeepClone();
        foreach (var ((name, value), (_, actual)) in Settings(target).Zip(Settings(Read(config))))
        {
            if (!JsonNode.DeepEquals(value, actual))
            {
                changed[name] = value;
            }
        }

        return changed;
    }

    private static IEnumerable<(string Name, JsonNode Value)> Settings(StreamDefinition definition) =>
    [
        ("subjects", definition.Subjects.ToJsonArray()),
        ("retention", Retentions[(int)definition.Retention]),
        ("storage", Storages[(int)definition.Storage]),
        ("discard", Discards[(int)definition.Discard]),
        ("max_age", Nanoseconds.From(definition.MaxAge ?? TimeSpan.Zero)),
        ("duplicate_window", Nanoseconds.From(definition.DuplicateWindow)),
        ("max_msgs", definition.MaxMessages ?? -1),
        ("max_bytes", definition.MaxBytes ?? -1),
        ("num_replicas", definition.Replicas),
        ("allow_msg_ttl", definition.AllowMessageTtl),
        ("allow_atomic", definition.AllowAtomicBatches),
        ("allow_msg_schedules", definition.AllowSchedules),
    ];

    private static long? Limit(JsonObject config, string name) => config.GetInt64(name) is > 0 and var limit ? limit : null;

    private static int IndexOf(string[] names, JsonObject config, string member) =>
        Math.Max(0, Array.IndexOf(names, config.GetString(member) ?? names[0]));
}
