using System.Globalization;

namespace Messaging.Codegen.Nats.Connecting;

/// <summary>
/// From which nats-server on something works. An older one ignores what it does not know: a message would be kept for ever that was to be gone in a minute.
/// </summary>
internal static class ServerVersion
{
    public static readonly Version MessageTtl = new(2, 11);
    public static readonly Version AtomicBatches = new(2, 12);
    public static readonly Version Schedules = new(2, 12);

    /// <exception cref="PublishException">The server that this client is connected to is too old.</exception>
    public static void Require(NatsLink link, Version needed, string subject, string feature)
    {
        if (link.Connection.ServerInfo?.Version is { } text && IsOlder(text, needed))
        {
            throw new PublishException(PublishFailure.Refused, subject, $"{feature} needs nats-server {needed}, this is {text}.");
        }
    }

    /// <summary>True when the server that this client is connected to is known to be older.</summary>
    public static bool IsOlder(NatsLink link, Version needed) => link.Connection.ServerInfo?.Version is { } text && IsOlder(text, needed);

    /// <summary>True when a version is known to be older: <c>2.10.24</c>, <c>2.12.0-RC.1</c>.</summary>
    public static bool IsOlder(string text, Version needed)
    {
        var parts = text.Split('.', '-');
        return parts.Length > 1
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && new Version(major, minor) < needed;
    }
}
