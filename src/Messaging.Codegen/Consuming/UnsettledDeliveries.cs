namespace Messaging.Codegen.Consuming;

/// <summary>
/// The deliveries of a consumer that are buffered or in work. An intrusive list: adding and removing, once per message, allocates nothing.
/// </summary>
internal sealed class UnsettledDeliveries
{
    private readonly Lock _lock = new();
    private Delivery? _head;

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
        }
    }

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
        }
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
