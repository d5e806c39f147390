using System.Diagnostics;
using System.Globalization;

namespace Messaging.Codegen.Nats.Tests.Server;

public sealed class OrphanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_server_does_not_outlive_a_test_process_that_is_killed()
    {
        using var parent = ChildProcess.Start("serve");
        try
        {
            var id = int.Parse(await ReadLineAsync(parent), CultureInfo.InvariantCulture);
            var folder = ServerLog.StoreFolder(await ReadLineAsync(parent));
            using var server = Process.GetProcessById(id);
            Assert.True(Directory.Exists(folder));

            parent.Kill();

            await server.WaitForExitAsync().WaitAsync(Patience);
            await EventuallyAsync(() => !Directory.Exists(folder));
        }
        finally
        {
            parent.Kill();
        }
    }

    private static async Task<string> ReadLineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The process ended.");

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(50, timeout.Token);
        }
    }
}
