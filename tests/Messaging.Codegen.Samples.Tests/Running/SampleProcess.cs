using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Messaging.Codegen.Samples.Tests.Running;

/// <summary>A sample that runs as a process of its own. It is killed when the test ends, whatever happens.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly SemaphoreSlim _printed = new(0);

    private SampleProcess(string program, string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
    }

    public IReadOnlyList<string> Output => Copy(_output);

    public IReadOnlyList<string> Errors => Copy(_errors);

    /// <summary>Everything that it has printed, for messages of failed tests.</summary>
    public string Transcript => string.Join(Environment.NewLine, [.. Output, "-- standard error:", .. Errors]);

    public static SampleProcess Start(string sample, params string[] arguments)
    {
        var process = new SampleProcess(Samples.Program(sample), arguments);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<SampleProcess> RunAsync(string sample, params string[] arguments)
    {
        var process = Start(sample, arguments);
        await process.WaitForExitAsync();
        return process;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not end in {Patience}. It has printed:{Environment.NewLine}{Transcript}");
        }

        return _process.ExitCode;
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Waits for a line of standard output that <paramref name="isIt"/> accepts.</summary>
    public async Task<Match> WaitForLineAsync(Regex pattern, Func<Match, bool>? isIt = null)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (true)
        {
            if (Output.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success && (isIt?.Invoke(match) ?? true)) is { } found)
            {
                return found;
            }

            try
            {
                await _printed.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"No line '{pattern}' in {Patience}. It has printed:{Environment.NewLine}{Transcript}");
            }
        }
    }

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    /// <summary>What Ctrl+C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _printed.Dispose();
    }

    private static IReadOnlyList<string> Copy(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    private void Add(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }

            _printed.Release();
        }
    }
}
