using Messaging.Codegen.Nats.JetStream;

namespace Messaging.Codegen.Nats.Provisioning;

/// <summary>Creates, updates or checks streams and consumers: everything is looked at before anything is changed.</summary>
internal sealed class Provisioner(JetStreamAssets assets)
{
    /// <summary>Provisions as <see cref="Transports.ITransport.ProvisionAsync"/> says.</summary>
    /// <exception cref="TopologyException">Something does not fit; all of it is listed.</exception>
    public async ValueTask RunAsync(
        IReadOnlyList<StreamDefinition> streams, IReadOnlyList<ConsumerDefinition> consumers, Provision mode, CancellationToken cancellationToken)
    {
        if (mode == Provision.None)
        {
            return;
        }

        var streamWork = streams.Select(stream => new StreamWork(assets, stream, mode)).ToArray();
        var consumerWork = consumers.Select(consumer => new ConsumerWork(assets, consumer, mode)).ToArray();
        await Task.WhenAll(
            streamWork.Select(work => work.PlanAsync(cancellationToken))
                .Concat(consumerWork.Select(work => work.PlanAsync(streams, cancellationToken)))).ConfigureAwait(false);
        ThrowIfAny([.. streamWork.SelectMany(work => work.Differences), .. consumerWork.SelectMany(work => work.Differences)]);

        await Task.WhenAll(streamWork.Select(work => work.ApplyAsync(cancellationToken))).ConfigureAwait(false);
        ThrowIfAny([.. streamWork.SelectMany(work => work.Differences)]);

        await Task.WhenAll(consumerWork.Select(work => work.ApplyAsync(cancellationToken))).ConfigureAwait(false);
        ThrowIfAny([.. consumerWork.SelectMany(work => work.Differences)]);
    }

    private static void ThrowIfAny(IReadOnlyList<string> differences)
    {
        if (differences.Count > 0)
        {
            throw new TopologyException(differences);
        }
    }
}
