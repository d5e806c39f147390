using System.Text.Json.Nodes;
using Messaging.Codegen.Nats.JetStream;
using Messaging.Codegen.Nats.Protocol;
using Messaging.Codegen.Topology;

namespace Messaging.Codegen.Nats.Provisioning;

/// <summary>What provisioning has to do about one stream.</summary>
internal sealed class StreamWork(JetStreamAssets assets, StreamDefinition declared, Provision mode)
{
    /// <summary>How often a change is made again because somebody else changed the stream meanwhile.</summary>
    private const int MaxAttempts = 20;

    /// <summary>
    /// When an update is looked at again. The server has no conditional update: whoever read the stream before this update and
    /// writes after it takes its subjects away, and the time between such a read and write is what has to pass.
    /// </summary>
    private static readonly TimeSpan[] Checks = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(250)];

    private readonly List<string> _differences = [];
    private StreamDefinition? _target;
    private JsonObject? _config;

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Looks at the stream and decides.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        if (AssetName.FindError(declared.Name) is { } error)
        {
            _differences.Add($"stream {declared.Name}: {error}");
            return;
        }

        if (declared is { AllowSchedules: true, Retention: StreamRetention.Interest })
        {
            _differences.Add($"stream {declared.Name}: {TopologyPlan.SchedulesNeedKeeping}");
            return;
        }

        var info = await assets.FindStreamInfoAsync(declared.Name, cancellationToken).ConfigureAwait(false);
        _config = info?.GetObject("config");
        _target = TopologyPlan.ForStream(declared, _config is null ? null : StreamConfig.Read(_config), mode, _differences);
        if (_config?.GetBoolean("no_ack") == true)
        {
            new DriftedSetting("no_ack", "false", "true", IsChangeable: false).AddTo(_differences, $"stream {declared.Name}", mode);
        }
    }

    /// <summary>Does what was decided, again when another service was faster.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var check = 0;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (_target is null || _differences.Count > 0)
            {
                // Nothing left to do: after an update, see whether it lasts.
                if (attempt == 0 || check == Checks.Length || _differences.Count > 0)
                {
                    return;
                }

                await Task.Delay(WithJitter(Checks[check++]), cancellationToken).ConfigureAwait(false);
            }
            else if (await ChangeAsync(cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await PlanAsync(cancellationToken).ConfigureAwait(false);
            check = _target is null ? check : 0;
        }

        _differences.Add($"stream {declared.Name}: other services keep changing it; start them one after the other");
    }

    /// <summary>Makes the planned change.</summary>
    /// <returns>True when it is final: a new stream has nobody's earlier state to be overwritten with.</returns>
    private async Task<bool> ChangeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_config is null)
            {
                CheckTaken(await assets.CreateStreamAsync(StreamConfig.Create(_target!), cancellationToken).ConfigureAwait(false));
                return true;
            }

            CheckTaken(await assets.UpdateStreamAsync(StreamConfig.Update(_config, _target!), cancellationToken).ConfigureAwait(false));
            return false;
        }
        catch (JetStreamException e) when (e.ErrorCode is JetStreamException.StreamNameInUse or JetStreamException.StreamNotFound || IsTakingBack(e))
        {
            return false;
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.SubjectsOverlap)
        {
            await ExplainOverlapAsync(e, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (JetStreamException e)
        {
            _differences.Add($"stream {declared.Name}: {e.Message}{TopologyAdvice.For(e)}");
            return true;
        }
    }

    /// <summary>Servers ignore settings that are newer than they are.</summary>
    private void CheckTaken(JsonObject answer)
    {
        foreach (var setting in StreamSettings.DriftedPermissions(_target!, StreamConfig.Read(answer.GetObject("config"))))
        {
            _differences.Add($"{setting.Describe($"stream {declared.Name}", explain: false)}: the server is too old for it");
        }
    }

    private async Task ExplainOverlapAsync(JetStreamException refusal, CancellationToken cancellationToken)
    {
        var before = _differences.Count;
        foreach (var subject in _target!.Subjects)
        {
            var others = await assets.FindStreamNamesAsync(subject, cancellationToken).ConfigureAwait(false);
            foreach (var other in others.Where(name => name != declared.Name))
            {
                _differences.Add($"stream {declared.Name}: {refusal.Message}: {subject} with stream {other}; a subject can be stored by one stream only, take it out of one of them");
            }
        }

        if (_differences.Count == before)
        {
            _differences.Add($"stream {declared.Name}: {refusal.Message}; a subject can be stored by one stream only");
        }
    }

    /// <summary>Another service has allowed something since the stream was looked at, and the server lets nobody take that back.</summary>
    private static bool IsTakingBack(JetStreamException refusal) =>
        refusal.ErrorCode == JetStreamException.InvalidStreamConfig && refusal.Description.Contains("can not be disabled", StringComparison.Ordinal);

    private static TimeSpan WithJitter(TimeSpan delay) => delay * (1 + Random.Shared.NextDouble());
}
