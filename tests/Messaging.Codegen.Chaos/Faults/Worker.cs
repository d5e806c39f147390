using System.Diagnostics;
using System.Globalization;
using Messaging.Codegen.Chaos.Roles;

namespace Messaging.Codegen.Chaos.Faults;

/// <summary>A worker process. Like a service under a supervisor it is started again when it ends before its work is done.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan RestartDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a fault waits for its victim to work: to kill what has just been started proves little.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _logging = new();
    private readonly string[] _arguments;
    private readonly string _log;
    private readonly Task _supervision;
    private volatile Process? _process;
    private volatile TaskCompletionSource _ready = NewSource();

    /// <param name="name">Names it and its log.</param>
    /// <param name="folder">Where its log goes.</param>
    /// <param name="network">Its way to the servers; the worker disposes of it.</param>
    /// <param name="arguments">Role and options.</param>
    public Worker(string name, string folder, Network network, params string[] arguments)
    {
        Name = name;
        Network = network;
        _log = Path.Combine(folder, $"{name}.log");
        _arguments = [.. arguments, "--urls", network.Urls];
        _supervision = Task.Run(SuperviseAsync);
    }

    public string Name { get; }

    public Network Network { get; }

    /// <summary>Ends when the process says that its work is done.</summary>
    public Task Done => _supervision;

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => DisturbAsync(static process =>
    {
        process.Kill();
        return Task.CompletedTask;
    });

    /// <summary>SIGTERM: the process stops in good order.</summary>
    public Task TerminateAsync() => DisturbAsync(static process => SignalAsync(process, "TERM"));

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    public Task PauseAsync(TimeSpan duration) => DisturbAsync(async process =>
    {
        await SignalAsync(process, "STOP");
        await Task.Delay(duration);
        await SignalAsync(process, "CONT");
    });

    /// <summary>Kills the process for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _ready.TrySetResult();
        await KillAsync();
        await _supervision;
        await Network.DisposeAsync();
    }

    /// <summary>Ends when the process works.</summary>
    public Task WaitUntilReadyAsync() => Task.WhenAny(_ready.Task, Task.Delay(StartPatience));

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task DisturbAsync(Func<Process, Task> disturb)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await Task.WhenAny(_ready.Task, _supervision, Task.Delay(StartPatience));
            if (_process is { } process)
            {
                await disturb(process);
            }
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task SuperviseAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            _ready = NewSource();
            using var process = Start();
            _process = process;
            if (_ending.IsCancellationRequested)
            {
                process.Kill();
            }

            await process.WaitForExitAsync();
            _process = null;
            _ready = NewSource();
            if (process.ExitCode == ExitCodes.WorkDone)
            {
                return;
            }

            await Task.WhenAny(Task.Delay(RestartDelay, _ending.Token));
        }
    }

    private Process Start()
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", typeof(Worker).Assembly.Location, .. _arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Log(string? line)
    {
        if (line == Service.Ready)
        {
            _ready.TrySetResult();
        }

        if (line is not null)
        {
            lock (_logging)
            {
                File.AppendAllLines(_log, [line]);
            }
        }
    }
}
