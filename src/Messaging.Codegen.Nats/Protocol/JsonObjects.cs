using System.Text.Json.Nodes;

namespace Messaging.Codegen.Nats.Protocol;

/// <summary>Reads members that a server leaves out when they have their default.</summary>
internal static class JsonObjects
{
    public static string? GetString(this JsonObject json, string name) => json[name]?.GetValue<string>();

    public static int GetInt32(this JsonObject json, string name) => json[name]?.GetValue<int>() ?? 0;

    public static long GetInt64(this JsonObject json, string name) => json[name]?.GetValue<long>() ?? 0;

    public static ulong GetUInt64(this JsonObject json, string name) => json[name]?.GetValue<ulong>() ?? 0;

    public static bool GetBoolean(this JsonObject json, string name) => json[name]?.GetValue<bool>() ?? false;

    public static TimeSpan GetTimeSpan(this JsonObject json, string name) => Nanoseconds.ToTimeSpan(json.GetInt64(name));

    public static JsonObject GetObject(this JsonObject json, string name) => json[name] as JsonObject ?? [];

    public static IReadOnlyList<string> GetStrings(this JsonObject json, string name) =>
        json[name] is JsonArray array ? [.. array.Select(item => item!.GetValue<string>())] : [];

    public static JsonArray ToJsonArray(this IEnumerable<string> values) => [.. values.Select(value => (JsonNode?)value)];
}
