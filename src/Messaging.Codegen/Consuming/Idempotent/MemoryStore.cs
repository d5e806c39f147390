namespace Messaging.Codegen.Consuming;

/// <summary>
/// The keys that this process has completed: <see cref="Idempotency.Memory"/>; with a broker that is in memory too, those that all its services have:
/// <see cref="Idempotency.KeyValue"/>.
/// </summary>
/// <param name="kind">Which of the two.</param>
internal sealed class MemoryStore(Idempotency kind) : IIdempotencyStore
{
    /// <summary>How many completed keys are remembered; the oldest is forgotten first. About 20 MB when full of 40-character keys.</summary>
    public const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, bool> _completedByKey = new(StringComparer.Ordinal);
    private readonly Queue<string> _completed = new();

    public Idempotency Kind => kind;

    public async ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken)
    {
        if (Claim(key) is { } taken)
        {
            return taken;
        }

        try
        {
            await handle(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Abandon(key);
            throw;
        }

        Complete(key);
        return ConsumeOutcome.Handled;
    }

    /// <returns>Null when the caller has the key now.</returns>
    private ConsumeOutcome? Claim(string key)
    {
        lock (_lock)
        {
            if (_completedByKey.TryGetValue(key, out var completed))
            {
                return completed ? ConsumeOutcome.Duplicate : ConsumeOutcome.Busy;
            }

            _completedByKey.Add(key, false);
            return null;
        }
    }

    private void Complete(string key)
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

    private void Abandon(string key)
    {
        lock (_lock)
        {
            _completedByKey.Remove(key);
        }
    }
}
