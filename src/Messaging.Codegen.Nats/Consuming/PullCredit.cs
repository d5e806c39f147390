namespace Messaging.Codegen.Nats.Consuming;

/// <summary>
/// Counts what a consumer may still fetch: what was asked for and what waits in the sink's buffer are together never more than
/// <paramref name="prefetch"/>. More is asked for when half of it is used up, so that there is one pull to many messages.
/// </summary>
/// <param name="prefetch">How many messages may be fetched ahead; 1 or more.</param>
internal sealed class PullCredit(int prefetch)
{
    private readonly Lock _gate = new();
    private int _limit = int.MaxValue;
    private int _requested;
    private int _buffered;

    /// <summary>How many messages were asked for and have not come.</summary>
    public int Requested => Volatile.Read(ref _requested);

    /// <summary>Takes what may be asked for now.</summary>
    /// <param name="isIdle">True to ask for any room that is left, provided that nothing is asked for already.</param>
    /// <returns>The size of the next pull; 0 when none is due.</returns>
    public int Take(bool isIdle = false)
    {
        lock (_gate)
        {
            var used = _requested + _buffered;
            if (used > prefetch / 2 && !(isIdle && _requested == 0 && used < prefetch))
            {
                return 0;
            }

            var batch = Math.Min(prefetch - used, _limit);
            _requested += batch;
            return batch;
        }
    }

    /// <summary>A message came.</summary>
    /// <returns>False when the buffer has no room for it: it was not asked for.</returns>
    public bool TryDeliver()
    {
        lock (_gate)
        {
            _requested = Math.Max(0, _requested - 1);
            if (_buffered >= prefetch)
            {
                return false;
            }

            _buffered++;
            return true;
        }
    }

    /// <summary>Messages left the buffer.</summary>
    /// <returns>True when a pull may be due.</returns>
    public bool Release(int count)
    {
        lock (_gate)
        {
            _buffered = Math.Max(0, _buffered - count);
            return _requested + _buffered <= prefetch / 2;
        }
    }

    /// <summary>So many of the messages that were asked for will not come.</summary>
    public void Return(int count)
    {
        lock (_gate)
        {
            _requested = Math.Max(0, _requested - count);
        }
    }

    /// <summary>Nothing of what was asked for will come.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _requested = 0;
        }
    }

    /// <summary>The server takes no pulls for more than <paramref name="batch"/> messages.</summary>
    public void Limit(int batch)
    {
        lock (_gate)
        {
            _limit = Math.Max(1, batch);
        }
    }
}
