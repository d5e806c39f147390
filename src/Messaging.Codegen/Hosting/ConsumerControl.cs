using Messaging.Codegen.Consuming;
using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Hosting;

/// <summary>Finds the consumers that are meant, and tells them or the broker.</summary>
internal sealed class ConsumerControl(MessagingHost host, MessagingRuntime runtime) : IConsumerControl
{
    public async ValueTask<IReadOnlyList<ConsumerStatus>> ListAsync(CancellationToken cancellationToken)
    {
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        var list = new List<ConsumerStatus>();
        foreach (var runner in host.Consumers)
        {
            var definition = runner.Definition;
            var state = await transport.GetConsumerStateAsync(definition.Stream, definition.Name, cancellationToken).ConfigureAwait(false);
            list.Add(runner.GetStatus(state));
        }

        return list;
    }

    public async ValueTask PauseAsync(string consumer, TimeSpan? duration, CancellationToken cancellationToken)
    {
        if (duration is { } length)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero, nameof(duration));
        }

        await Task.WhenAll(Find(consumer).Select(runner => runner.PauseAsync(duration, cancellationToken))).ConfigureAwait(false);
    }

    public ValueTask ResumeAsync(string consumer, CancellationToken cancellationToken)
    {
        foreach (var runner in Find(consumer))
        {
            runner.Resume();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask PauseEverywhereAsync(string consumer, DateTimeOffset until, CancellationToken cancellationToken) =>
        TellBrokerAsync(consumer, until, cancellationToken);

    public ValueTask ResumeEverywhereAsync(string consumer, CancellationToken cancellationToken) => TellBrokerAsync(consumer, null, cancellationToken);

    private async ValueTask TellBrokerAsync(string consumer, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var runners = Find(consumer);
        var transport = await runtime.GetTransportAsync(cancellationToken).ConfigureAwait(false);
        foreach (var runner in runners)
        {
            await transport.PauseConsumerAsync(runner.Definition.Stream, consumer, until, cancellationToken).ConfigureAwait(false);
        }
    }

    private ConsumerRunner[] Find(string consumer)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        var found = host.Consumers.Where(runner => runner.Definition.Name == consumer).ToArray();
        return found.Length > 0
            ? found
            : throw new ArgumentException(
                $"This process runs no consumer '{consumer}'; it runs: {string.Join(", ", host.Consumers.Select(runner => runner.Definition.Name))}.", nameof(consumer));
    }
}
