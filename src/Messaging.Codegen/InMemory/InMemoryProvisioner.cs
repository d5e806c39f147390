using Messaging.Codegen.Topology;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.InMemory;

/// <summary>
/// Creates, changes or checks streams and consumers of a broker, all or nothing, and refuses what a JetStream server refuses.
/// Works under the broker's lock.
/// </summary>
internal sealed class InMemoryProvisioner(InMemoryBroker broker)
{
    private readonly List<string> _differences = [];
    private readonly Dictionary<string, StreamDefinition> _plannedStreams = new(StringComparer.Ordinal);
    private readonly List<ConsumerDefinition> _plannedConsumers = [];

    /// <summary>Provisions as <see cref="ITransport.ProvisionAsync"/> says.</summary>
    /// <exception cref="TopologyException">Something does not fit; nothing was changed.</exception>
    public void Run(IReadOnlyList<StreamDefinition> streams, IReadOnlyList<ConsumerDefinition> consumers, Provision mode)
    {
        if (mode == Provision.None)
        {
            return;
        }

        foreach (var stream in streams)
        {
            PlanStream(stream, mode);
        }

        foreach (var consumer in consumers)
        {
            PlanConsumer(consumer, mode, isStreamDeclared: streams.Any(stream => stream.Name == consumer.Stream));
        }

        if (_differences.Count > 0)
        {
            throw new TopologyException([.. _differences]);
        }

        Apply();
    }

    private void PlanStream(StreamDefinition declared, Provision mode)
    {
        if (StreamChecks.FindError(declared) is { } error)
        {
            _differences.Add($"stream {declared.Name}: {error}");
            return;
        }

        if (TopologyPlan.ForStream(declared, broker.FindStream(declared.Name)?.Definition, mode, _differences) is not { } planned)
        {
            return;
        }

        var others = broker.Streams.Select(stream => stream.Definition)
            .Where(other => other.Name != planned.Name && !_plannedStreams.ContainsKey(other.Name))
            .Concat(_plannedStreams.Values);
        foreach (var other in others)
        {
            if (StreamChecks.FindOverlap(planned, other) is { } overlap)
            {
                _differences.Add($"stream {planned.Name}: {overlap}");
            }
        }

        _plannedStreams[planned.Name] = planned;
    }

    private void PlanConsumer(ConsumerDefinition declared, Provision mode, bool isStreamDeclared)
    {
        var existing = broker.FindStream(declared.Stream);
        var stream = _plannedStreams.GetValueOrDefault(declared.Stream) ?? existing?.Definition;
        if (stream is null && mode != Provision.Verify)
        {
            // A declared stream that is not planned has its line already.
            if (!isStreamDeclared)
            {
                _differences.Add($"consumer {declared}: stream {declared.Stream} does not exist");
            }

            return;
        }

        if (ConsumerChecks.FindError(declared) is { } error)
        {
            _differences.Add($"consumer {declared}: {error}");
            return;
        }

        if (TopologyPlan.ForConsumer(declared, existing?.FindConsumer(declared.Name)?.Definition, mode, _differences) is not { } planned)
        {
            return;
        }

        var others = (existing?.Consumers.Select(consumer => consumer.Definition) ?? [])
            .Where(other => other.Name != planned.Name && !_plannedConsumers.Exists(changed => changed.ToString() == other.ToString()))
            .Concat(_plannedConsumers.Where(other => other.Stream == planned.Stream));
        if (ConsumerChecks.FindConflict(stream!, planned, others) is { } conflict)
        {
            _differences.Add($"consumer {planned}: {conflict}");
        }

        _plannedConsumers.Add(planned);
    }

    private void Apply()
    {
        foreach (var stream in _plannedStreams.Values)
        {
            broker.SetStream(stream);
        }

        foreach (var consumer in _plannedConsumers)
        {
            var stream = broker.GetStream(consumer.Stream);
            if (stream.FindConsumer(consumer.Name) is { } existing)
            {
                stream.UpdateConsumer(existing, consumer);
            }
            else
            {
                stream.AddConsumer(consumer);
            }
        }
    }
}
