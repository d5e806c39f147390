using System.Text.RegularExpressions;

namespace Messaging.Codegen.Nats.Tests.Server;

/// <summary>Facts that only the server's log tells.</summary>
internal static partial class ServerLog
{
    /// <summary>Where JetStream keeps its files, below the folder of the server.</summary>
    public static string StoreFolder(string log) => StoreLine().Match(log).Groups["folder"].Value;

    [GeneratedRegex("Store Directory: +\"(?<folder>[^\"]+)\"")]
    private static partial Regex StoreLine();
}
