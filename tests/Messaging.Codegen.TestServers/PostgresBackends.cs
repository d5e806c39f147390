using System.Globalization;
using Messaging.Codegen.Testing;

namespace Messaging.Codegen.TestServers;

/// <summary>
/// The processes that serve the connections. They outlive a killed main process for as long as their query runs, and could still commit:
/// a crash takes them too.
/// </summary>
internal static class PostgresBackends
{
    private const int KillSignal = 9;

    /// <summary>The children of a server's main process; none where the system does not tell.</summary>
    public static int[] Of(int mainProcess)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{mainProcess}/task/{mainProcess}/children");
        try
        {
            return [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    public static void Kill(int[] backends)
    {
        foreach (var backend in backends)
        {
            UnixSignal.TrySend(backend, KillSignal);
        }
    }
}
