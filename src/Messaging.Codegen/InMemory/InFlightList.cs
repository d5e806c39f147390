namespace Messaging.Codegen.InMemory;

/// <summary>
/// The deliveries that processes have, the longest silent one first. All share one ack wait, so the order of their last signs of
/// life is the order of their deadlines, and adding, removing and moving take constant time.
/// </summary>
internal sealed class InFlightList
{
    private PendingDelivery? _last;

    /// <summary>The delivery that has been silent longest, or null.</summary>
    public PendingDelivery? First { get; private set; }

    /// <summary>Appends a delivery that gave a sign of life now.</summary>
    public void Add(PendingDelivery delivery)
    {
        delivery.Previous = _last;
        if (_last is null)
        {
            First = delivery;
        }
        else
        {
            _last.Next = delivery;
        }

        _last = delivery;
    }

    /// <summary>Removes a delivery that is in the list.</summary>
    public void Remove(PendingDelivery delivery)
    {
        if (delivery.Previous is null)
        {
            First = delivery.Next;
        }
        else
        {
            delivery.Previous.Next = delivery.Next;
        }

        if (delivery.Next is null)
        {
            _last = delivery.Previous;
        }
        else
        {
            delivery.Next.Previous = delivery.Previous;
        }

        delivery.Previous = delivery.Next = null;
    }
}
