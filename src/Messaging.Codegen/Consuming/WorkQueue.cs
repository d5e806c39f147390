using System.Threading.Channels;

namespace Messaging.Codegen.Consuming;

/// <summary>What waits to be worked on: in the order in which it came, with partitions in the order of the stream per key.</summary>
/// <param name="capacity">How many deliveries wait at most.</param>
internal sealed class WorkQueue(int capacity)
{
    private readonly Partitions _partitions = new();

    // The transport never has more than so many unreleased messages out, so the bound is never met; it is a bound nevertheless.
    private readonly Channel<Delivery> _ready = Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>What may be worked on now. Completed once the consumer stops.</summary>
    public ChannelReader<Delivery> Ready => _ready.Reader;

    /// <summary>Takes a new delivery.</summary>
    /// <returns>False when there is no room, or no worker any more.</returns>
    public bool TryAdd(Delivery delivery) => (delivery.Partition is not null && !_partitions.Enter(delivery)) || TryReady(delivery);

    /// <summary>A delivery that was tried may be tried again. It keeps its place.</summary>
    public void AddAgain(Delivery delivery) => TryReady(delivery);

    /// <summary>A delivery is settled for good: the next one of its key is ready.</summary>
    public void Leave(Delivery delivery)
    {
        if (delivery.Partition is not null && _partitions.Leave(delivery) is { } next)
        {
            TryReady(next);
        }
    }

    /// <summary>Nothing becomes ready any more.</summary>
    public void Complete() => _ready.Writer.TryComplete();

    private bool TryReady(Delivery delivery) => _ready.Writer.TryWrite(delivery);
}
