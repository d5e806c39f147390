namespace Messaging.Codegen.InMemory;

/// <summary>
/// The deliveries that shall be repeated: those that wait for a delay and those that wait for a process. One that changed its state
/// otherwise stays in its queue and is skipped there.
/// </summary>
internal sealed class Redeliveries
{
    private readonly PriorityQueue<PendingDelivery, TimeSpan> _delayed = new();
    private readonly Queue<PendingDelivery> _due = [];

    /// <summary>When the next delay ends, or null.</summary>
    public TimeSpan? NextDelayed
    {
        get
        {
            while (_delayed.TryPeek(out var delivery, out var end))
            {
                if (IsDelayedUntil(delivery, end))
                {
                    return end;
                }

                _delayed.Dequeue();
            }

            return null;
        }
    }

    /// <summary>True when a delivery waits for a process.</summary>
    public bool HasDue
    {
        get
        {
            while (_due.TryPeek(out var delivery))
            {
                if (delivery.State == PendingState.Due)
                {
                    return true;
                }

                _due.Dequeue();
            }

            return false;
        }
    }

    public void AddDelayed(PendingDelivery delivery, TimeSpan end)
    {
        delivery.State = PendingState.Delayed;
        delivery.Since = end;
        _delayed.Enqueue(delivery, end);
    }

    public void AddDue(PendingDelivery delivery)
    {
        if (delivery.State != PendingState.Due)
        {
            delivery.State = PendingState.Due;
            _due.Enqueue(delivery);
        }
    }

    /// <summary>Makes due what has waited long enough, in the order of the stream.</summary>
    /// <param name="now">The time.</param>
    /// <param name="expired">More that becomes due now.</param>
    public void Advance(TimeSpan now, List<PendingDelivery> expired)
    {
        while (NextDelayed <= now)
        {
            expired.Add(_delayed.Dequeue());
        }

        expired.Sort(static (left, right) => left.Entry.Sequence.CompareTo(right.Entry.Sequence));
        foreach (var delivery in expired)
        {
            AddDue(delivery);
        }
    }

    /// <summary>Takes the next delivery that is due, or null.</summary>
    public PendingDelivery? TakeDue()
    {
        while (_due.TryDequeue(out var delivery))
        {
            if (delivery.State == PendingState.Due)
            {
                return delivery;
            }
        }

        return null;
    }

    private static bool IsDelayedUntil(PendingDelivery delivery, TimeSpan end) =>
        delivery.State == PendingState.Delayed && delivery.Since == end;
}
