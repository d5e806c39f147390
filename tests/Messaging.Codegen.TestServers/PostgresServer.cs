using System.Diagnostics;
using System.Globalization;
using Messaging.Codegen.Testing;
using Npgsql;

namespace Messaging.Codegen.TestServers;

/// <summary>
/// A real PostgreSQL on 127.0.0.1 for tests, with its data in a temporary folder. It ends with <see cref="DisposeAsync"/>, and also when the test
/// process dies without disposing of it.
/// </summary>
/// <remarks>It survives its own SIGKILL, not that of the machine: <c>fsync</c> is off.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int PortAttempts = 10;
    private const int Interrupt = 2; // PostgreSQL's fast shutdown: open transactions are rolled back
    private const int LogLines = 500;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly PostgresAccount? _account = PostgresAccount.Other();
    private readonly Queue<string> _log = new();
    private readonly SemaphoreSlim _lifecycle = new(1, 1);
    private readonly string _folder;
    private readonly string _programs;
    private volatile NatsServerProcess? _process;
    private bool _disposed;

    private PostgresServer()
    {
        var programs = PostgresPrograms.Find();
        _folder = Directory.CreateTempSubdirectory("postgres-").FullName;
        _account?.Own(_folder);
        _programs = _account is null || PostgresAccount.CanReach(programs) ? programs : PostgresCopy.Make(programs, _folder);
    }

    /// <summary>The port. It stays the same over restarts.</summary>
    public int Port { get; private set; }

    /// <summary>Connects as the superuser <c>postgres</c> to the database <c>postgres</c>, without a password.</summary>
    public string ConnectionString => ConnectionStringFor("postgres");

    /// <summary>The id of the main process.</summary>
    /// <exception cref="InvalidOperationException">The server is stopped.</exception>
    public int ProcessId => _process is { HasExited: false } process ? process.Id : throw new InvalidOperationException("The server is stopped.");

    /// <summary>Whether the server runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The last 500 lines that the server wrote, over all its runs.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes a cluster, starts its server and waits until it answers.</summary>
    /// <param name="ct">Gives up; nothing is left running.</param>
    /// <exception cref="InvalidOperationException">There is no server on this machine, or it did not start; the message has its log.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken ct = default)
    {
        var server = new PostgresServer();
        try
        {
            await server.InitializeAsync(ct).ConfigureAwait(false);
            for (var attempt = 1; ; attempt++)
            {
                server.Port = NatsServerPort.Free();
                try
                {
                    await server.RunAsync(ct).ConfigureAwait(false);
                    return server;
                }
                catch (InvalidOperationException) when (attempt < PortAttempts && server.Log.Contains("could not bind", StringComparison.Ordinal))
                {
                    // Somebody took the port between the look and the start.
                }
            }
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A connection string for a database of this server.</summary>
    /// <param name="database">The database's name.</param>
    public string ConnectionStringFor(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}");

    /// <summary>Makes an empty database.</summary>
    /// <param name="name">Its name: lower-case letters, digits, <c>_</c>.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand($"CREATE DATABASE \"{name}\"");
        await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
        return ConnectionStringFor(name);
    }

    /// <summary>Stops the server in good order: connections end, open transactions are rolled back, everything is flushed.</summary>
    public Task StopAsync() => LockedAsync(() => EndAsync(process => UnixSignal.TrySend(process.Id, Interrupt)), CancellationToken.None);

    /// <summary>Kills the server and its backends (SIGKILL), as a crash would. Nothing happens if it is stopped already.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false } process)
        {
            var backends = PostgresBackends.Of(process.Id);
            process.Kill();
            PostgresBackends.Kill(backends);
        }
    }

    /// <summary>Starts the server again on the same port and data; if it runs, it is stopped first. After <see cref="Kill"/> it recovers.</summary>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message has its log.</exception>
    public Task RestartAsync(CancellationToken ct = default) => LockedAsync(
        async () =>
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            await EndAsync(process => UnixSignal.TrySend(process.Id, Interrupt)).ConfigureAwait(false);
            await RunAsync(ct).ConfigureAwait(false);
        },
        ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await LockedAsync(
        async () =>
        {
            if (!_disposed)
            {
                _disposed = true;
                Kill();
                await EndAsync(static _ => { }).ConfigureAwait(false);
                Directory.Delete(_folder, recursive: true);
            }
        },
        CancellationToken.None).ConfigureAwait(false);

    private async Task LockedAsync(Func<Task> action, CancellationToken ct)
    {
        await _lifecycle.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await action().ConfigureAwait(false);
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    private async Task InitializeAsync(CancellationToken ct)
    {
        var start = Command("initdb", "--pgdata", Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        using var initialize = NatsServerProcess.Start(start, _folder, Append);
        await initialize.WaitForExitAsync(ct).ConfigureAwait(false);
        if (!File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            throw new InvalidOperationException($"initdb failed. Its log:\n{Log}");
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(StartTimeout);
        var process = Start();
        try
        {
            while (!await AnswersAsync(timeout.Token).ConfigureAwait(false))
            {
                if (process.HasExited)
                {
                    if (!Log.Contains("pre-existing shared memory", StringComparison.Ordinal))
                    {
                        throw new InvalidOperationException($"PostgreSQL ended while it started. Its log:\n{Log}");
                    }

                    // What was killed has not ended everywhere yet.
                    process.Dispose();
                    process = Start();
                }

                await Task.Delay(RetryDelay, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            await EndAsync(static process => process.Kill()).ConfigureAwait(false);
            if (e is OperationCanceledException && !ct.IsCancellationRequested)
            {
                throw new InvalidOperationException($"PostgreSQL was not ready within {StartTimeout}. Its log:\n{Log}", e);
            }

            throw;
        }
    }

    private NatsServerProcess Start()
    {
        // No sockets beside the TCP port: their usual folder belongs to somebody else. GMT needs no files of time zones.
        var start = Command(
            "postgres", "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "fsync=off", "-c", "jit=off", "-c", "max_connections=200", "-c", "shared_buffers=32MB", "-c", "log_timezone=GMT", "-c", "timezone=GMT");
        return _process = NatsServerProcess.Start(start, _folder, Append);
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Timeout=5");
            await connection.OpenAsync(ct).ConfigureAwait(false);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private ProcessStartInfo Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_programs, program), arguments) { WorkingDirectory = _folder };
        start.Environment["LD_LIBRARY_PATH"] = PostgresPrograms.Libraries(_programs);
        start.Environment["TZ"] = "GMT";
        _account?.Apply(start);
        return start;
    }

    private async Task EndAsync(Action<NatsServerProcess> end)
    {
        if (_process is not { } process)
        {
            return;
        }

        end(process);
        using var timeout = new CancellationTokenSource(StartTimeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _process = null;
        process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_log)
        {
            if (line is not null)
            {
                _log.Enqueue(line);
            }

            while (_log.Count > LogLines)
            {
                _log.Dequeue();
            }
        }
    }
}
