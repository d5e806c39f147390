using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Chaos.Audit;

/// <summary>What became of every message at every consumer, drawn from the journals, the streams and the effects.</summary>
internal sealed class Ledger(IReadOnlySet<long> promised, long count, ITransport transport, NpgsqlDataSource database)
{
    public async Task<LedgerReport> DrawAsync()
    {
        var stored = await CountAsync(transport.ReadAsync("CHAOS", ">", 0, CancellationToken.None), static message => message.MessageId);
        var caused = new Dictionary<string, HashSet<long>>();
        var lines = new List<LedgerLine>();
        foreach (var consumer in AuditedConsumer.All)
        {
            var effects = await ReadEffectsAsync(consumer.Name);
            var dead = await CountGivenUpAsync(consumer, "dlq", "DLQ");
            var quarantined = await CountGivenUpAsync(consumer, "quarantine", "QUARANTINE");
            var owed = consumer.Source is null ? promised : caused[consumer.Source];
            lines.Add(new LedgerLine(consumer)
            {
                Owed = owed.Count,
                Handled = owed.Count(effects.ContainsKey),
                DeadLettered = owed.Count(dead.ContainsKey),
                Quarantined = owed.Count(quarantined.ContainsKey),
                HandledAndGivenUp = owed.Count(number => effects.ContainsKey(number) && (dead.ContainsKey(number) || quarantined.ContainsKey(number))),
                Lost = [.. owed.Where(number => !effects.ContainsKey(number) && !dead.ContainsKey(number) && !quarantined.ContainsKey(number))],
                Doubled = [.. effects.Where(effect => effect.Value > 1).Select(effect => effect.Key)],
                DoubledByRedelivery = await CountRedeliveredAsync(consumer.Name),
                Unknown = [.. effects.Keys.Where(number => number < 0 || number >= count)],
            });

            // Acknowledged, or it would have come again; so what it causes must be there.
            caused.Add(consumer.Name, [.. effects.Keys.Where(number => !dead.ContainsKey(number))]);
        }

        return new LedgerReport(count, promised.Count, lines)
        {
            Unstored = [.. promised.Where(number => !stored.ContainsKey(number))],
            StoredTwice = stored.Count(message => message.Value > 1),
            StoredUnpromised = stored.Count(message => !promised.Contains(message.Key)),
        };
    }

    private static async Task<Dictionary<long, int>> CountAsync(IAsyncEnumerable<StoredMessage> messages, Func<StoredMessage, string?> idOf)
    {
        var counts = new Dictionary<long, int>();
        await foreach (var message in messages)
        {
            if (Effects.NumberOf(idOf(message)) is { } number)
            {
                counts[number] = counts.GetValueOrDefault(number) + 1;
            }
        }

        return counts;
    }

    private Task<Dictionary<long, int>> CountGivenUpAsync(AuditedConsumer consumer, string prefix, string suffix) => CountAsync(
        transport.ReadAsync($"{consumer.Stream}_{suffix}", $"{prefix}.{consumer.Stream}.{consumer.Name}", 0, CancellationToken.None),
        static message => message.Headers?[HeaderRules.OriginalMessageId]);

    private async Task<Dictionary<long, int>> ReadEffectsAsync(string consumer)
    {
        var effects = new Dictionary<long, int>();
        await using var command = database.CreateCommand("SELECT number, count(*)::int FROM effects WHERE consumer = $1 GROUP BY number");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            effects.Add(reader.GetInt64(0), reader.GetInt32(1));
        }

        return effects;
    }

    /// <summary>Doubled effects of one stored message: it was delivered again after its effect.</summary>
    private async Task<int> CountRedeliveredAsync(string consumer)
    {
        await using var command = database.CreateCommand("""
            SELECT count(DISTINCT number)::int FROM (
                SELECT number FROM effects WHERE consumer = $1 GROUP BY number, sequence HAVING count(*) > 1) AS again
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
