using Messaging.Codegen.Subjects;

namespace Messaging.Codegen.InMemory;

/// <summary>Who answers requests: for each subject the groups, for each group its members, who take turns. Guarded by the broker's lock.</summary>
internal sealed class ResponderTable(Lock gate)
{
    private readonly SubjectTrie<Responder> _responders = new();
    private readonly Dictionary<string, ulong> _turns = new(StringComparer.Ordinal);

    public void Add(Responder responder)
    {
        lock (gate)
        {
            _responders.Add(responder.Filter, responder);
        }
    }

    public void Remove(Responder responder)
    {
        lock (gate)
        {
            _responders.Remove(responder.Filter, responder);
        }
    }

    /// <summary>One member of every group that listens.</summary>
    public IReadOnlyList<Responder> Choose(string subject)
    {
        lock (gate)
        {
            var listening = new List<Responder>();
            _responders.Match(subject, listening);
            return [.. listening.GroupBy(responder => responder.Group, StringComparer.Ordinal).Select(Choose)];
        }
    }

    private Responder Choose(IGrouping<string, Responder> group)
    {
        var members = group.ToArray();
        var turn = _turns.GetValueOrDefault(group.Key);
        _turns[group.Key] = turn + 1;
        return members[turn % (ulong)members.Length];
    }
}
