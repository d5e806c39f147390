namespace Messaging.Codegen.Nats.Idempotent;

/// <summary>
/// Decides when somebody else's claim is over: its revision has not moved for as long as its lease says, by this machine's own stopwatch, while this process looked
/// on without a break. In a break the bucket may have been away, when nobody can renew. No clock of another machine is compared with.
/// </summary>
internal sealed class LeaseWatch(TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ulong Revision, long Since, long Last)> _seen = new(StringComparer.Ordinal);

    public bool IsOver(string key, in ClaimEntry entry)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (_seen.TryGetValue(key, out var seen) && seen.Revision == entry.Revision && time.GetElapsedTime(seen.Last, now) < entry.Lease / 2)
            {
                _seen[key] = seen with { Last = now };
                return time.GetElapsedTime(seen.Since, now) > entry.Lease;
            }

            if (_seen.Count >= Capacity)
            {
                _seen.Clear();
            }

            _seen[key] = (entry.Revision, now, now);
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
