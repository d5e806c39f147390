namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>
/// Decides when somebody else's claim is over: its revision has not moved for as long as its lease says, by this machine's own stopwatch. No clock of another
/// machine is compared with.
/// </summary>
internal sealed class LeaseWatch
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ulong Revision, long Since)> _seen = new(StringComparer.Ordinal);

    public bool IsOver(string key, in ClaimEntry entry)
    {
        var now = Environment.TickCount64;
        lock (_gate)
        {
            if (_seen.TryGetValue(key, out var seen) && seen.Revision == entry.Revision)
            {
                return now - seen.Since > (long)entry.Lease.TotalMilliseconds;
            }

            if (_seen.Count >= Capacity)
            {
                _seen.Clear();
            }

            _seen[key] = (entry.Revision, now);
            return false;
        }
    }

    public void Forget(string key)
    {
        lock (_gate)
        {
            _seen.Remove(key);
        }
    }

    /// <summary>Begins anew: while the broker was away nobody could renew, which says nothing about whether they live.</summary>
    public void ForgetAll()
    {
        lock (_gate)
        {
            _seen.Clear();
        }
    }
}
