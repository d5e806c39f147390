namespace Messaging.Codegen.InMemory;

/// <summary>The messages that a durable consumer has not delivered yet, in order. Those that their stream drops meanwhile count no more.</summary>
internal sealed class UndeliveredQueue
{
    private const int SmallestCompaction = 256;

    private Queue<StreamEntry> _entries = [];

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the next message.</summary>
    public void Add(StreamEntry entry)
    {
        _entries.Enqueue(entry);
        Count++;
    }

    /// <summary>Takes the next message; null when there is none.</summary>
    public StreamEntry? Take()
    {
        var entry = Peek();
        if (entry is not null)
        {
            _entries.Dequeue();
            Count--;
        }

        return entry;
    }

    /// <summary>The next message, or null.</summary>
    public StreamEntry? Peek()
    {
        while (_entries.TryPeek(out var entry))
        {
            if (!entry.IsRemoved)
            {
                return entry;
            }

            _entries.Dequeue();
        }

        return null;
    }

    /// <summary>One of the waiting messages was removed from the stream. The memory of many such ones is given back.</summary>
    public void OnRemoved()
    {
        Count--;
        if (_entries.Count > SmallestCompaction && _entries.Count > 2 * Count)
        {
            _entries = new Queue<StreamEntry>(_entries.Where(entry => !entry.IsRemoved));
        }
    }

    /// <summary>Starts anew with other messages.</summary>
    public void Reset(IEnumerable<StreamEntry> entries)
    {
        _entries = new Queue<StreamEntry>(entries);
        Count = _entries.Count;
    }
}
