using System.Diagnostics;

namespace Messaging.Codegen.Testing;

/// <summary>One run of the program, with the guard that ends it when this process dies.</summary>
internal sealed class NatsServerProcess : IDisposable
{
    // Standard input is a pipe whose other end only this process holds: it closes when this process dies, however it
    // dies, SIGKILL included. The guard then ends the server and removes its folder.
    private const string GuardScript = """read -r _; kill -9 "$1" 2>/dev/null; rm -rf -- "$2" """;

    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _server;
    private readonly Process? _guard;

    private NatsServerProcess(Process server, Process? guard)
    {
        _server = server;
        _guard = guard;
        Id = server.Id;
    }

    public int Id { get; }

    public bool HasExited => _server.HasExited;

    public static NatsServerProcess Start(string binary, string configurationFile, string folder, NatsServerLog log) =>
        Start(new ProcessStartInfo(binary, ["--config", configurationFile]) { WorkingDirectory = folder }, folder, log.Append);

    /// <summary>Starts any server; what it writes goes to <paramref name="log"/>, and <paramref name="folder"/> is deleted when this process dies.</summary>
    public static NatsServerProcess Start(ProcessStartInfo start, string folder, Action<string?> log)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var server = new Process { StartInfo = start };
        server.OutputDataReceived += (_, line) => log(line.Data);
        server.ErrorDataReceived += (_, line) => log(line.Data);
        server.Start();
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return new NatsServerProcess(server, StartGuard(server.Id, folder));
    }

    /// <summary>Asks the server to end in good order: it flushes and closes its stores.</summary>
    public void Terminate()
    {
        if (!UnixSignal.TrySend(Id, UnixSignal.Terminate))
        {
            Kill();
        }

        // A paused process would not see the request.
        UnixSignal.TrySend(Id, UnixSignal.Continue);
    }

    /// <summary>Ends the server at once; it is gone when this returns.</summary>
    public void Kill()
    {
        try
        {
            _server.Kill();
            _server.WaitForExit(ExitTimeout);
        }
        catch (InvalidOperationException)
        {
            // Has ended already.
        }
    }

    public Task WaitForExitAsync(CancellationToken ct) => _server.WaitForExitAsync(ct);

    /// <summary>Forgets the run. The server must have ended: its id may be another process's from now on.</summary>
    public void Dispose()
    {
        if (_guard is not null)
        {
            _guard.Kill();
            _guard.Dispose();
        }

        _server.Dispose();
    }

    private static Process? StartGuard(int server, string folder)
    {
        // Windows has no shell to do this with; a server outlives a test process that was killed there.
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", GuardScript, "nats-server-guard", $"{server}", folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        return Process.Start(start);
    }
}
