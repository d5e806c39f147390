namespace Messaging.Codegen.InMemory;

/// <summary>
/// A stream's messages by sequence, with holes where some were removed. Appending, finding and removing take constant time;
/// the space of holes at the beginning is given back.
/// </summary>
internal sealed class StreamLog
{
    private const int SmallestTrim = 1024;

    private readonly List<StreamEntry?> _entries = [];
    private int _head;
    private ulong _base = 1;

    /// <summary>How many messages there are.</summary>
    public int Count { get; private set; }

    /// <summary>What they take.</summary>
    public long Bytes { get; private set; }

    /// <summary>The last sequence that was given, 0 at first.</summary>
    public ulong LastSequence => _base + (ulong)_entries.Count - 1;

    /// <summary>The first message, or null.</summary>
    public StreamEntry? First => Count == 0 ? null : _entries[_head];

    /// <summary>Adds a message under the next sequence.</summary>
    public void Append(StreamEntry entry)
    {
        _entries.Add(entry);
        Count++;
        Bytes += entry.Message.StoredSize;
        SkipHoles();
    }

    /// <summary>Gives the next sequence to nothing.</summary>
    public void Skip()
    {
        _entries.Add(null);
        SkipHoles();
    }

    /// <summary>The message of a sequence, or null.</summary>
    public StreamEntry? Find(ulong sequence) => sequence >= _base && sequence <= LastSequence ? _entries[(int)(sequence - _base)] : null;

    /// <summary>The first message that the stream's age applies to, or null: what waits for its time does not age.</summary>
    public StreamEntry? FirstThatAges => First is null or { Successor: null } ? First : From(0).FirstOrDefault(static entry => entry.Successor is null);

    /// <summary>The last message of a filter, or null.</summary>
    public StreamEntry? FindLast(SubjectPattern filter) => _entries.FindLast(entry => entry is not null && filter.Matches(entry.Message.Subject));

    /// <summary>The messages from a sequence on. The log must not change meanwhile.</summary>
    public IEnumerable<StreamEntry> From(ulong sequence)
    {
        var start = sequence <= _base ? 0UL : sequence - _base;
        for (var i = Math.Max(start, (ulong)_head); i < (ulong)_entries.Count; i++)
        {
            if (_entries[(int)i] is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <summary>Removes a message that the log holds.</summary>
    public void Remove(StreamEntry entry)
    {
        _entries[(int)(entry.Sequence - _base)] = null;
        entry.IsRemoved = true;
        Count--;
        Bytes -= entry.Message.StoredSize;
        SkipHoles();
    }

    private void SkipHoles()
    {
        while (_head < _entries.Count && _entries[_head] is null)
        {
            _head++;
        }

        if (_head >= SmallestTrim && _head > _entries.Count / 2)
        {
            _entries.RemoveRange(0, _head);
            _base += (ulong)_head;
            _head = 0;
        }
    }
}
