namespace Messaging.Codegen.Consuming;

/// <summary>What claiming a key found.</summary>
internal enum IdempotencyClaim
{
    /// <summary>The caller has it now and completes or abandons it.</summary>
    Claimed,

    /// <summary>Somebody in this process has it.</summary>
    InProgress,

    /// <summary>It was completed before.</summary>
    Completed,
}

/// <summary>The keys that this process has completed: <see cref="Idempotency.Memory"/>.</summary>
internal sealed class IdempotencyMemory
{
    /// <summary>How many completed keys are remembered; the oldest is forgotten first. About 20 MB when full of 40-character keys.</summary>
    public const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, bool> _completedByKey = new(StringComparer.Ordinal);
    private readonly Queue<string> _completed = new();

    public IdempotencyClaim Claim(string key)
    {
        lock (_lock)
        {
            if (_completedByKey.TryGetValue(key, out var completed))
            {
                return completed ? IdempotencyClaim.Completed : IdempotencyClaim.InProgress;
            }

            _completedByKey.Add(key, false);
            return IdempotencyClaim.Claimed;
        }
    }

    public void Complete(string key)
    {
        lock (_lock)
        {
            _completedByKey[key] = true;
            _completed.Enqueue(key);
            if (_completed.Count > Capacity)
            {
                _completedByKey.Remove(_completed.Dequeue());
            }
        }
    }

    public void Abandon(string key)
    {
        lock (_lock)
        {
            _completedByKey.Remove(key);
        }
    }
}
