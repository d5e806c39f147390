namespace Messaging.Codegen.InMemory;

/// <summary>The messages of a stream that have an age of their own, by the time when it ends. Removed ones stay until their turn comes.</summary>
internal sealed class ExpiryQueue
{
    private readonly PriorityQueue<StreamEntry, TimeSpan> _entries = new();

    /// <summary>When the next message has to go, or null.</summary>
    public TimeSpan? Next
    {
        get
        {
            while (_entries.TryPeek(out var entry, out var end))
            {
                if (!entry.IsRemoved)
                {
                    return end;
                }

                _entries.Dequeue();
            }

            return null;
        }
    }

    /// <summary>When the next message is delivered that was scheduled, or null. Looks at all of them.</summary>
    public TimeSpan? NextDelivery =>
        _entries.UnorderedItems.Where(static item => item.Element is { IsRemoved: false, Successor: not null }).Min(static item => (TimeSpan?)item.Priority);

    public void Add(StreamEntry entry, TimeSpan end) => _entries.Enqueue(entry, end);

    /// <summary>Takes the next message whose time is over, or null.</summary>
    public StreamEntry? Take(TimeSpan now) => Next <= now ? _entries.Dequeue() : null;
}
