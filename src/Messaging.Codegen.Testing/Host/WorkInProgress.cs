namespace Messaging.Codegen.Testing;

/// <summary>What the process of a <see cref="MessagingTestHost"/> works on, and when that changes.</summary>
internal sealed class WorkInProgress
{
    private readonly Lock _gate = new();
    private readonly HashSet<object> _running = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource _change = NewSource();
    private long _version;

    /// <summary>What runs, for people.</summary>
    public IReadOnlyList<string> Running
    {
        get
        {
            lock (_gate)
            {
                return [.. _running.Select(work => $"{work}")];
            }
        }
    }

    /// <summary>Something runs now.</summary>
    public void Begin(object work) => Change(running => running.Add(work));

    /// <summary>It does not run any more; saying so again does nothing.</summary>
    public void End(object work) => Change(running => running.Remove(work));

    /// <summary>Something else happened.</summary>
    public void Touch() => Change(static _ => { });

    /// <summary>A look that <see cref="IsUnchangedSince"/> is asked about.</summary>
    /// <param name="change">Ends at the next change.</param>
    /// <param name="isIdle">True when nothing runs.</param>
    public long Look(out Task change, out bool isIdle)
    {
        lock (_gate)
        {
            change = _change.Task;
            isIdle = _running.Count == 0;
            return _version;
        }
    }

    /// <summary>True when nothing has happened since a look.</summary>
    public bool IsUnchangedSince(long version)
    {
        lock (_gate)
        {
            return _version == version;
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action<HashSet<object>> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change(_running);
            _version++;
            changed = _change;
            _change = NewSource();
        }

        changed.SetResult();
    }
}
