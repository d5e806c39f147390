using System.Runtime.InteropServices;

namespace Messaging.Codegen.Consuming;

/// <summary>
/// The keys that have deliveries in this process. The first one of a key is ready or in work, the others wait behind it in the order of the
/// stream until it is settled for good.
/// </summary>
internal sealed class Partitions
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Lane> _lanes = [];

    /// <summary>Takes a delivery that has a partition.</summary>
    /// <returns>True when no other one of its key is here: it need not wait.</returns>
    public bool Enter(Delivery delivery)
    {
        lock (_lock)
        {
            ref var lane = ref CollectionsMarshal.GetValueRefOrAddDefault(_lanes, delivery.Partition!.Value, out var isTaken);
            if (!isTaken)
            {
                lane = new Lane(delivery, delivery);
                return true;
            }

            // Almost always the last one; a message that another process had comes late.
            var before = lane.Last.Sequence <= delivery.Sequence ? lane.Last : FindPredecessor(lane.First, delivery.Sequence);
            delivery.Behind = before.Behind;
            before.Behind = delivery;
            if (delivery.Behind is null)
            {
                lane.Last = delivery;
            }

            return false;
        }
    }

    /// <summary>The first one of a key is settled for good.</summary>
    /// <returns>The one that is first now, or null.</returns>
    public Delivery? Leave(Delivery first)
    {
        lock (_lock)
        {
            var key = first.Partition!.Value;
            if (first.Behind is not { } next)
            {
                _lanes.Remove(key);
                return null;
            }

            _lanes[key] = _lanes[key] with { First = next };
            first.Behind = null;
            return next;
        }
    }

    /// <summary>The last one of a lane with no higher sequence; the first one keeps its place whatever its sequence is.</summary>
    private static Delivery FindPredecessor(Delivery first, ulong sequence)
    {
        var before = first;
        while (before.Behind is { } next && next.Sequence <= sequence)
        {
            before = next;
        }

        return before;
    }

    private record struct Lane(Delivery First, Delivery Last);
}
