using Messaging.Codegen.Requests;

namespace Messaging.Codegen.Routing;

/// <summary>What the modules of an application declare, taken together.</summary>
internal sealed class MessagingModel
{
    private readonly Dictionary<string, StreamDefinition> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageContract> _contracts = new(StringComparer.Ordinal);
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

    public void AddContract(MessageContract contract)
    {
        if (_contracts.TryGetValue(contract.Identity, out var existing) && !ReferenceEquals(existing, contract))
        {
            throw new InvalidOperationException($"Two contracts have the identity '{contract.Identity}': one of them needs another name or version.");
        }

        _contracts[contract.Identity] = contract;
    }

    public void AddRoute(MessageRoute route) => _routes.Add(route);

    public void AddResponder(Responder responder) => _responders.Add(responder);
}
