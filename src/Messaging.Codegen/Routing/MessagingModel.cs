using Messaging.Codegen.Requests;

namespace Messaging.Codegen.Routing;

/// <summary>What the modules of an application declare, taken together.</summary>
internal sealed class MessagingModel
{
    private readonly Dictionary<string, StreamDefinition> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageContract> _contracts = new(StringComparer.Ordinal);
    private readonly List<Action<IContractVisitor>> _visits = [];
    private readonly List<MessageRoute> _routes = [];
    private readonly List<Responder> _responders = [];

    public IReadOnlyCollection<StreamDefinition> Streams => _streams.Values;

    public IReadOnlyCollection<MessageContract> Contracts => _contracts.Values;

    public IReadOnlyList<MessageRoute> Routes => _routes;

    public IReadOnlyList<Responder> Responders => _responders;

    public void AddStream(StreamDefinition stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _streams[stream.Name] = _streams.TryGetValue(stream.Name, out var existing) ? StreamMerge.Merge(existing, stream) : stream;
    }

    public void AddContract<T>()
        where T : IMessage<T>
    {
        var contract = T.Contract;
        if (_contracts.TryGetValue(contract.Identity, out var existing) && !ReferenceEquals(existing, contract))
        {
            throw new InvalidOperationException($"Two contracts have the identity '{contract.Identity}': one of them needs another name or version.");
        }

        if (_contracts.TryAdd(contract.Identity, contract))
        {
            _visits.Add(static visitor => visitor.Visit<T>());
        }
    }

    /// <summary>Shows every contract.</summary>
    public void VisitContracts(IContractVisitor visitor) => _visits.ForEach(visit => visit(visitor));

    /// <summary>The contract whose messages have this subject; null when there is none, or more than one.</summary>
    public MessageContract? FindContract(string subject)
    {
        var matches = _contracts.Values.Where(contract => SubjectPattern.Parse(contract.SubjectFilter).Matches(subject)).Take(2).ToArray();
        return matches.Length == 1 ? matches[0] : null;
    }

    public void AddRoute(MessageRoute route) => _routes.Add(route);

    public void AddResponder(Responder responder) => _responders.Add(responder);
}
