using System.Globalization;

namespace Messaging.Codegen.Testing;

/// <summary>Writes the file that a server starts from.</summary>
internal static class NatsServerConfiguration
{
    /// <returns>The path of the file, inside <paramref name="folder"/>.</returns>
    public static string Write(string folder, int port, NatsServerOptions options)
    {
        // The server's parser reads backslashes in quotes as escapes.
        var store = Path.Combine(folder, "store").Replace('\\', '/');
        var sync = options.SyncAlways ? ", sync_interval: always" : "";
        var jetStream = options.JetStream ? $"jetstream {{ store_dir: \"{store}\"{sync} }}" : "";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            listen: "127.0.0.1:{port}"
            {jetStream}
            {options.Configuration}

            """);

        var file = Path.Combine(folder, "nats-server.conf");
        File.WriteAllText(file, text);
        return file;
    }
}
