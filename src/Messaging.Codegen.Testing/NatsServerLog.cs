namespace Messaging.Codegen.Testing;

/// <summary>The last lines of what the server wrote, over all its runs, and the moment when it says that it is ready.</summary>
internal sealed class NatsServerLog
{
    private const int Capacity = 500;
    private const string ReadyMark = "Server is ready";

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private TaskCompletionSource _ready = NewSource();

    /// <summary>Completes when the present run has logged that it is ready.</summary>
    public Task Ready
    {
        get
        {
            lock (_gate)
            {
                return _ready.Task;
            }
        }
    }

    public void BeginRun()
    {
        lock (_gate)
        {
            _ready = NewSource();
        }
    }

    public void Append(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
            if (line.Contains(ReadyMark, StringComparison.Ordinal))
            {
                _ready.TrySetResult();
            }
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
