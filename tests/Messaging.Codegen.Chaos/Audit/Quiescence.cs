using Messaging.Codegen.Transports;

namespace Messaging.Codegen.Chaos.Audit;

/// <summary>Waits until no consumer owes anything: nothing undelivered, nothing unacknowledged.</summary>
internal sealed class Quiescence(ITransport transport, TimeSpan patience)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <returns>Null when everything is settled, else what is left where nothing has moved for the patience.</returns>
    public async Task<string?> WaitAsync()
    {
        var last = "";
        var moved = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var states = await ReadAsync();
            if (states.All(state => state is { State: { Pending: 0, AckPending: 0 } }))
            {
                return null;
            }

            var now = string.Join(Environment.NewLine, states.Select(state => $"{state.Consumer.Stream}/{state.Consumer.Name}: {state.State}"));
            if (now != last)
            {
                last = now;
                moved = TimeProvider.System.GetTimestamp();
            }
            else if (TimeProvider.System.GetElapsedTime(moved) > patience)
            {
                return now;
            }

            await Task.Delay(Interval);
        }
    }

    private async Task<List<(AuditedConsumer Consumer, ConsumerState? State)>> ReadAsync()
    {
        var states = new List<(AuditedConsumer, ConsumerState?)>();
        foreach (var consumer in AuditedConsumer.All)
        {
            try
            {
                states.Add((consumer, await transport.GetConsumerStateAsync(consumer.Stream, consumer.Name, CancellationToken.None)));
            }
            catch (TransportException)
            {
                // A server has just come back, and its leader is not elected yet.
                states.Add((consumer, null));
            }
        }

        return states;
    }
}
