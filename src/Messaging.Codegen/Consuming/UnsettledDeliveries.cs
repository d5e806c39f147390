namespace Messaging.Codegen.Consuming;

/// <summary>
/// The deliveries of a consumer that are buffered or in work. An intrusive list: adding and removing, once per message, allocates nothing.
/// </summary>
internal sealed class UnsettledDeliveries
{
    private readonly Lock _lock = new();
    private Delivery? _head;
    private int _count;

    /// <summary>How many there are.</summary>
    public int Total => Volatile.Read(ref _count);

    public void Add(Delivery delivery)
    {
        lock (_lock)
        {
            delivery.Next = _head;
            if (_head is not null)
            {
                _head.Previous = delivery;
            }

            _head = delivery;
            _count++;
        }
    }

    /// <summary>Removes a delivery that is in the list.</summary>
    public void Remove(Delivery delivery)
    {
        lock (_lock)
        {
            if (delivery.Previous is null)
            {
                _head = delivery.Next;
            }
            else
            {
                delivery.Previous.Next = delivery.Next;
            }

            if (delivery.Next is not null)
            {
                delivery.Next.Previous = delivery.Previous;
            }

            delivery.Previous = delivery.Next = null;
            _count--;
        }
    }

    /// <summary>How many there are of a kind.</summary>
    public int Count(Func<Delivery, bool> isCounted)
    {
        lock (_lock)
        {
            var count = 0;
            for (var delivery = _head; delivery is not null; delivery = delivery.Next)
            {
                count += isCounted(delivery) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Those for which <paramref name="take"/> says yes; they stay in the list.</summary>
    public List<Delivery> Take(Func<Delivery, bool> take)
    {
        var taken = new List<Delivery>();
        lock (_lock)
        {
            for (var delivery = _head; delivery is not null; delivery = delivery.Next)
            {
                if (take(delivery))
                {
                    taken.Add(delivery);
                }
            }
        }

        return taken;
    }

    /// <summary>Fills <paramref name="due"/> with the deliveries whose last sign of life is older than <paramref name="before"/>.</summary>
    public void CollectSilentSince(long before, List<Delivery> due)
    {
        lock (_lock)
        {
            for (var delivery = _head; delivery is not null; delivery = delivery.Next)
            {
                if (delivery.LastSign <= before)
                {
                    due.Add(delivery);
                }
            }
        }
    }
}
