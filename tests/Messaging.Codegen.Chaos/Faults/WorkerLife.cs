using System.Diagnostics;
using System.Globalization;

namespace Messaging.Codegen.Chaos.Faults;

/// <summary>One life of a worker's process: it is waited for before it begins, and ends with the process.</summary>
internal sealed class WorkerLife
{
    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Process? _process;

    /// <summary>True when the process works, false when it has ended before.</summary>
    public Task<bool> Ready => _ready.Task;

    /// <summary>Starts the process.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="onLine">Called with each line that it prints, and null at the end; says whether the process works now.</param>
    /// <param name="ending">Kills the process when it is cancelled.</param>
    /// <returns>The exit code, when it has ended.</returns>
    public async Task<int> LiveAsync(ProcessStartInfo command, Func<string?, bool> onLine, CancellationToken ending)
    {
        using var process = new Process { StartInfo = command };
        process.OutputDataReceived += OnLine;
        process.ErrorDataReceived += OnLine;
        process.Start();
        _process = process;
        using var killing = ending.Register(() => TryKill());
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        _process = null;
        return process.ExitCode;

        void OnLine(object sender, DataReceivedEventArgs line)
        {
            if (onLine(line.Data))
            {
                _ready.TrySetResult(true);
            }
        }
    }

    /// <summary>Whoever still waits for it waits for nothing.</summary>
    public void End()
    {
        _ready.TrySetResult(false);
        _ended.TrySetResult();
    }

    /// <summary>SIGKILL; ends with the life, so that nobody kills the same process again.</summary>
    /// <returns>False when it does not live.</returns>
    public async Task<bool> KillAsync()
    {
        if (!TryKill())
        {
            return false;
        }

        await _ended.Task;
        return true;
    }

    /// <summary>Sends a signal.</summary>
    /// <returns>False when it does not live.</returns>
    public async Task<bool> SignalAsync(string signal)
    {
        if (FindId() is not { } id)
        {
            return false;
        }

        using var kill = Process.Start("kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return kill.ExitCode == 0;
    }

    private bool TryKill()
    {
        try
        {
            _process?.Kill();
            return _process is not null;
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
            return false;
        }
    }

    private int? FindId()
    {
        try
        {
            return _process?.Id;
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
            return null;
        }
    }
}
