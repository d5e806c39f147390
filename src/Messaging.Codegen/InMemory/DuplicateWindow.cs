namespace Messaging.Codegen.InMemory;

/// <summary>The message ids that a stream remembers, with the sequences that they got. Expired ones go when something is published.</summary>
internal sealed class DuplicateWindow
{
    private readonly Dictionary<string, ulong> _sequences = new(StringComparer.Ordinal);
    private readonly Queue<(string MessageId, TimeSpan At)> _ages = [];

    /// <summary>Finds the first copy of a message.</summary>
    /// <param name="messageId">The id.</param>
    /// <param name="oldest">What was seen earlier than this is forgotten.</param>
    /// <param name="sequence">The first copy's sequence.</param>
    public bool TryFind(string messageId, TimeSpan oldest, out ulong sequence)
    {
        while (_ages.TryPeek(out var first) && first.At < oldest)
        {
            _sequences.Remove(_ages.Dequeue().MessageId);
        }

        return _sequences.TryGetValue(messageId, out sequence);
    }

    /// <summary>Remembers an id that was not found.</summary>
    /// <param name="messageId">The id.</param>
    /// <param name="sequence">The message's sequence.</param>
    /// <param name="now">The time.</param>
    public void Add(string messageId, ulong sequence, TimeSpan now)
    {
        _sequences.Add(messageId, sequence);
        _ages.Enqueue((messageId, now));
    }
}
