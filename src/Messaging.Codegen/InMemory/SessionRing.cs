namespace Messaging.Codegen.InMemory;

/// <summary>The processes that share a durable consumer; they take turns.</summary>
internal sealed class SessionRing
{
    private readonly List<ConsumerSession> _sessions = [];
    private int _next;

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => _sessions.Count == 0;

    /// <summary>The session whose turn it is among those that have room, or null when none has.</summary>
    public ConsumerSession? Next
    {
        get
        {
            for (var i = 0; i < _sessions.Count; i++)
            {
                var session = _sessions[(_next + i) % _sessions.Count];
                if (session.HasRoom)
                {
                    return session;
                }
            }

            return null;
        }
    }

    public void Add(ConsumerSession session) => _sessions.Add(session);

    public void Remove(ConsumerSession session) => _sessions.Remove(session);

    /// <summary>Gives a delivery to a session of the ring; the turn goes to the one after it.</summary>
    public void Assign(ConsumerSession session, PendingDelivery delivery)
    {
        _next = (_sessions.IndexOf(session) + 1) % _sessions.Count;
        session.Assign(delivery);
    }
}
