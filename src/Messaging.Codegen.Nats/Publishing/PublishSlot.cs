namespace Messaging.Codegen.Nats.Publishing;

/// <summary>
/// A place in the publish window: the reply subject that one acknowledgement comes back on. Only <see cref="PublishWindow"/> and the
/// publish that holds the place touch it.
/// </summary>
internal sealed class PublishSlot
{
    private readonly string _inbox;
    private int _generation;

    public PublishSlot(string inbox, int index)
    {
        _inbox = inbox;
        Index = index;
        ReplySubject = $"{inbox}.{index}";
    }

    public int Index { get; }

    /// <summary>How often an acknowledgement did not come in time; a late one carries an older number and is not mistaken for that of a later message.</summary>
    public int Generation => _generation;

    public string ReplySubject { get; private set; }

    /// <summary>The publish that holds, or held, this place.</summary>
    public PendingPublish? Holder { get; set; }

    /// <summary>Makes a late acknowledgement unrecognisable.</summary>
    public void Renew()
    {
        _generation++;
        ReplySubject = $"{_inbox}.{Index}-{_generation}";
    }

    /// <summary>Reads the last token of a reply subject.</summary>
    public static bool TryParse(ReadOnlySpan<char> token, out int index, out int generation)
    {
        generation = 0;
        var dash = token.IndexOf('-');
        return dash < 0
            ? int.TryParse(token, out index)
            : int.TryParse(token[..dash], out index) & int.TryParse(token[(dash + 1)..], out generation);
    }
}
