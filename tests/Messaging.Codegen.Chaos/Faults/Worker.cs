using System.Diagnostics;
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

    /// <summary>The present life, or the next one between two; null when there will be no other.</summary>
    private volatile WorkerLife? _life = new();

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
    /// <returns>Whether there was a process to kill.</returns>
    public Task<bool> KillAsync() => DisturbAsync(static life => life.KillAsync());

    /// <summary>SIGTERM: the process stops in good order.</summary>
    /// <returns>Whether there was a process to stop.</returns>
    public Task<bool> TerminateAsync() => DisturbAsync(static life => life.SignalAsync("TERM"));

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    /// <returns>Whether there was a process to pause.</returns>
    public Task<bool> PauseAsync(TimeSpan duration) => DisturbAsync(async life =>
    {
        var isPaused = await life.SignalAsync("STOP");
        await Task.Delay(duration);
        await life.SignalAsync("CONT");
        return isPaused;
    });

    /// <summary>Kills the process for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _supervision;
        await Network.DisposeAsync();
    }

    /// <summary>Ends when the process works, or will not within the patience.</summary>
    public Task WaitUntilReadyAsync() => FindAtWorkAsync();

    /// <returns>The present life once it works, or after the patience as it is; null when the work is done.</returns>
    private async Task<WorkerLife?> FindAtWorkAsync()
    {
        var patience = Task.Delay(StartPatience);
        while (_life is { } life)
        {
            if (await Task.WhenAny(life.Ready, patience) == patience || await life.Ready)
            {
                return life;
            }
        }

        return null;
    }

    private async Task<bool> DisturbAsync(Func<WorkerLife, Task<bool>> disturb)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return await FindAtWorkAsync() is { } life && await disturb(life);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task SuperviseAsync()
    {
        while (_life is { } life)
        {
            var exitCode = await life.LiveAsync(MakeCommand(), OnLine, _ending.Token);
            _life = exitCode == ExitCodes.WorkDone || _ending.IsCancellationRequested ? null : new();
            life.End();
            await Task.WhenAny(Task.Delay(RestartDelay, _ending.Token));
        }
    }

    private ProcessStartInfo MakeCommand() => new("dotnet", ["exec", typeof(Worker).Assembly.Location, .. _arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private bool OnLine(string? line)
    {
        if (line is not null)
        {
            lock (_logging)
            {
                File.AppendAllLines(_log, [line]);
            }
        }

        return line == Service.Ready;
    }
}
