using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Topology;

namespace Messaging.Codegen.Nats.Provisioning;

/// <summary>What provisioning has to do about one durable consumer.</summary>
internal sealed class ConsumerWork(JetStreamAssets assets, ConsumerDefinition declared, Provision mode)
{
    /// <summary>How often it is tried again because another service made the same consumer meanwhile.</summary>
    private const int MaxAttempts = 5;

    private readonly List<string> _differences = [];
    private JsonObject? _config;
    private bool _hasWork;

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Looks at the consumer and decides.</summary>
    public async Task PlanAsync(IReadOnlyList<StreamDefinition> declaredStreams, CancellationToken cancellationToken)
    {
        if ((AssetName.FindError(declared.Name) ?? AssetName.FindError(declared.Stream)) is { } error)
        {
            _differences.Add($"consumer {declared}: {error}");
            return;
        }

        await PlanAsync(cancellationToken).ConfigureAwait(false);
        if (_config is null && mode != Provision.Verify && declaredStreams.All(stream => stream.Name != declared.Stream)
            && await assets.FindStreamInfoAsync(declared.Stream, cancellationToken).ConfigureAwait(false) is null)
        {
            _differences.Add($"consumer {declared}: stream {declared.Stream} does not exist");
        }
    }

    /// <summary>Does what was decided.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; _hasWork && _differences.Count == 0; attempt++)
        {
            try
            {
                await ChangeAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (JetStreamException e) when (IsRace(e) && attempt < MaxAttempts)
            {
                await PlanAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (JetStreamException e)
            {
                _differences.Add($"consumer {declared}: {e.Message}{TopologyAdvice.For(e)}");
            }
        }
    }

    private async ValueTask ChangeAsync(CancellationToken cancellationToken)
    {
        if (_config is null)
        {
            await assets.CreateConsumerAsync(declared, null, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await assets.UpdateConsumerAsync(declared, _config, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        var info = await assets.FindConsumerInfoAsync(declared.Stream, declared.Name, cancellationToken).ConfigureAwait(false);
        _config = info?.GetObject("config");
        var actual = _config is null ? null : ConsumerConfig.Read(declared.Stream, _config);
        _hasWork = TopologyPlan.ForConsumer(declared, actual, mode, _differences) is not null;
        foreach (var setting in _config is null ? [] : ConsumerConfig.Drifted(declared, _config))
        {
            setting.AddTo(_differences, $"consumer {declared}", mode);
            _hasWork |= mode == Provision.CreateOrUpdate;
        }
    }

    private static bool IsRace(JetStreamException e) =>
        e.ErrorCode is JetStreamException.ConsumerAlreadyExists or JetStreamException.ConsumerNameExists or JetStreamException.ConsumerNotFound;
}
