using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Chaos.Audit;

/// <summary>Waits until nobody owes anything: nothing undelivered, nothing unacknowledged, nothing in the outbox.</summary>
internal sealed class Quiescence(ITransport transport, NpgsqlDataSource database, TimeSpan patience)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <returns>Null when everything is settled, else what is left where nothing has moved for the patience.</returns>
    public async Task<string?> WaitAsync()
    {
        var last = "";
        var moved = TimeProvider.System.GetTimestamp();
        while (true)
        {
            // The outbox first: what leaves it is in a stream when that is looked at.
            var outbox = await CountOutboxAsync();
            var states = await ReadAsync();
            if (outbox == 0 && states.All(state => state is { State: { Pending: 0, AckPending: 0 } }))
            {
                return null;
            }

            var now = $"outbox: {outbox}{Environment.NewLine}"
                + string.Join(Environment.NewLine, states.Select(state => $"{state.Consumer.Stream}/{state.Consumer.Name}: {state.State}"));
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

    private async Task<long> CountOutboxAsync()
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM messaging.outbox");
        return (long)(await command.ExecuteScalarAsync())!;
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
