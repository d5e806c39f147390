namespace Messaging.Codegen.Consuming;

/// <summary>
/// Lets no more than a number of messages begin within any period of a given length: it remembers when the last ones began. Exact where a
/// bucket of tokens would let twice as many through at its edge.
/// </summary>
internal sealed class RateLimiter(RateLimit limit, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long[] _begun = new long[limit.Messages];
    private readonly long _period = (long)(limit.Period.TotalSeconds * time.TimestampFrequency);
    private int _count;

    /// <summary>Ends when the next message may begin; callers are let through in the order in which they asked.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Reserve();
        return wait == TimeSpan.Zero ? ValueTask.CompletedTask : new ValueTask(Task.Delay(wait, time, cancellationToken));
    }

    /// <summary>How long the caller's message has to wait.</summary>
    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var place = _count % _begun.Length;
            var wait = _count < _begun.Length ? 0 : Math.Max(0, _begun[place] + _period - now);

            // Timers count in milliseconds and must not end early.
            var milliseconds = (long)Math.Ceiling(1000.0 * wait / time.TimestampFrequency);
            _begun[place] = now + (milliseconds * time.TimestampFrequency / 1000);

            // Stays in range for ever: only whether the ring is full and the place in it are read from it.
            _count = _count + 1 == 2 * _begun.Length ? _begun.Length : _count + 1;
            return TimeSpan.FromMilliseconds(milliseconds);
        }
    }
}
