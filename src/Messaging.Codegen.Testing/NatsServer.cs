using System.Globalization;

namespace Messaging.Codegen.Testing;

/// <summary>
/// A real <c>nats-server</c> process on 127.0.0.1 for tests: JetStream in a temporary folder, no monitoring port.
/// It ends with <see cref="DisposeAsync"/>, and on Unix also when the test process dies without disposing of it.
/// Several that work together are a <see cref="NatsCluster"/>.
/// </summary>
/// <remarks>The members may be called from any thread; starts and stops run one after the other.</remarks>
public sealed class NatsServer : IAsyncDisposable
{
    private const int PortAttempts = 10;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    private readonly NatsServerOptions _options;
    private readonly string _binary;
    private readonly string _folder;
    private readonly NatsServerLog _log = new();
    private readonly SemaphoreSlim _lifecycle = new(1, 1);
    private volatile NatsServerProcess? _process;
    private bool _disposed;

    private NatsServer(NatsServerOptions options, string binary)
    {
        _options = options;
        _binary = binary;
        _folder = Directory.CreateTempSubdirectory("nats-server-").FullName;
    }

    /// <summary>The client port. It stays the same over restarts.</summary>
    public int Port { get; private set; }

    /// <summary>The address for clients, without credentials: <c>nats://127.0.0.1:port</c>.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{Port}");

    /// <summary>The id of the running process.</summary>
    /// <exception cref="InvalidOperationException">The server is stopped.</exception>
    public int ProcessId => Running.Id;

    /// <summary>Whether the process runs. Also <see langword="true"/> while it is paused.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The last 500 lines that the server logged, over all its runs.</summary>
    public string Log => _log.ToString();

    private NatsServerProcess Running =>
        _process is { HasExited: false } process ? process : throw new InvalidOperationException("The server is stopped.");

    /// <summary>Starts a server and waits until it accepts connections and JetStream answers.</summary>
    /// <param name="options">How to start it, or <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Gives up the start; nothing is left running.</param>
    /// <returns>The running server. Dispose of it.</returns>
    /// <exception cref="NatsServerStartException">The program was not found, or it did not start in time.</exception>
    public static async Task<NatsServer> StartAsync(NatsServerOptions? options = null, CancellationToken ct = default)
    {
        options ??= new NatsServerOptions();
        var server = new NatsServer(options, NatsServerBinary.Find(options.BinaryPath));
        try
        {
            await server.StartOnFreePortAsync(ct).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops the server in good order (SIGTERM; on Windows it is killed). Its store stays for a restart.</summary>
    /// <returns>A task that ends when the process has ended. Nothing happens if it had ended before.</returns>
    public async Task StopAsync()
    {
        await _lifecycle.WaitAsync().ConfigureAwait(false);
        try
        {
            await EndRunAsync(static process => process.Terminate()).ConfigureAwait(false);
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>
    /// Kills the server (SIGKILL), as a crash would: nothing is flushed, connections break. Its store stays for a
    /// restart. Nothing happens if it is stopped already.
    /// </summary>
    public void Kill() => _process?.Kill();

    /// <summary>
    /// Starts the server again on the same port and store, and waits as <see cref="StartAsync"/> does.
    /// If it runs, it is stopped in good order first; after <see cref="Kill"/> it recovers its store.
    /// </summary>
    /// <param name="ct">Gives up the start; the server is then stopped.</param>
    /// <returns>A task that ends when the server is ready.</returns>
    /// <exception cref="NatsServerStartException">It did not start in time.</exception>
    public async Task RestartAsync(CancellationToken ct = default)
    {
        await _lifecycle.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            await EndRunAsync(static process => process.Terminate()).ConfigureAwait(false);
            await RunAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>
    /// Freezes the process (SIGSTOP): connections stay open, nothing is answered, heartbeats stay away. It stands still when this returns.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    /// <exception cref="InvalidOperationException">The server is stopped.</exception>
    public void Pause()
    {
        Signal(UnixSignal.Stop);
        StoppedProcess.WaitFor(ProcessId);
    }

    /// <summary>Lets a paused process go on (SIGCONT).</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    /// <exception cref="InvalidOperationException">The server is stopped.</exception>
    public void Resume() => Signal(UnixSignal.Continue);

    /// <summary>Kills the server and deletes its folder.</summary>
    /// <returns>A task that ends when both are gone.</returns>
    public async ValueTask DisposeAsync()
    {
        await _lifecycle.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_disposed)
            {
                _disposed = true;
                await EndRunAsync(static process => process.Kill()).ConfigureAwait(false);
                Directory.Delete(_folder, recursive: true);
            }
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    private async Task StartOnFreePortAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = _options.Port ?? NatsServerPort.Free();
            try
            {
                await RunAsync(ct).ConfigureAwait(false);
                return;
            }
            catch (NatsServerStartException) when (_options.Port is null && attempt < PortAttempts && LostThePort())
            {
                // Somebody took it between the look and the start.
            }
        }
    }

    private bool LostThePort() => Log.Contains(string.Create(CultureInfo.InvariantCulture, $":{Port}: bind: "), StringComparison.Ordinal);

    private async Task RunAsync(CancellationToken ct)
    {
        var file = NatsServerConfiguration.Write(_folder, Port, _options);
        _log.BeginRun();
        var process = NatsServerProcess.Start(_binary, file, _folder, _log);
        _process = process;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_options.StartTimeout);
        try
        {
            var exit = process.WaitForExitAsync(timeout.Token);
            if (await Task.WhenAny(_log.Ready.WaitAsync(timeout.Token), exit).ConfigureAwait(false) == exit && process.HasExited)
            {
                throw new NatsServerStartException($"nats-server ended while it started. Its log:\n{Log}");
            }

            timeout.Token.ThrowIfCancellationRequested();
            if (_options.JetStream)
            {
                await NatsServerProbe.WaitForJetStreamAsync(Port, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            await EndRunAsync(static process => process.Kill()).ConfigureAwait(false);
            if (e is OperationCanceledException && !ct.IsCancellationRequested)
            {
                throw new NatsServerStartException($"nats-server was not ready within {_options.StartTimeout}. Its log:\n{Log}", e);
            }

            throw;
        }
    }

    private async Task EndRunAsync(Action<NatsServerProcess> end)
    {
        if (_process is not { } process)
        {
            return;
        }

        end(process);
        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _process = null;
        process.Dispose();
    }

    private void Signal(int signal)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Windows has no signals to pause a process with.");
        }

        UnixSignal.TrySend(ProcessId, signal);
    }
}
