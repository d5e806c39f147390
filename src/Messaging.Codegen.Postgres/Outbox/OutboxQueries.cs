using System.Globalization;
using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>What the relay asks and tells the database, all in one transaction.</summary>
internal sealed class OutboxQueries(PostgresMessaging postgres)
{
    /// <summary>How many buckets a relay takes at a time, of 64: so that several relays share them.</summary>
    private const int Buckets = 16;

    private const int MaxBatchBytes = 8 * 1024 * 1024;

    private readonly string _lockBuckets = $"""
        SELECT bucket FROM {postgres.Schema}.outbox_bucket b
        WHERE EXISTS (SELECT FROM {postgres.Schema}.outbox o WHERE o.bucket = b.bucket AND {Due(postgres.Schema)})
        ORDER BY random() LIMIT {Buckets} FOR UPDATE SKIP LOCKED
        """;

    // The sum bounds what is read, the first row excepted: sizes are known without fetching what is stored out of line.
    private readonly string _read = $"""
        SELECT id, ordering_key, subject, message_id, headers, payload, attempts, seconds_to_live
        FROM (
            SELECT o.*, sum(octet_length(payload)) OVER (ORDER BY id) - octet_length(payload) AS before FROM (
                SELECT * FROM {postgres.Schema}.outbox o
                WHERE o.bucket = ANY (string_to_array($1, ',')::smallint[]) AND {Due(postgres.Schema)}
                ORDER BY id LIMIT $2
            ) o
        ) o
        WHERE before < {MaxBatchBytes} ORDER BY id
        """;

    /// <summary>Locks buckets that have messages to publish and that no other relay has, and reads the first of their messages, in order.</summary>
    public async ValueTask<List<OutboxRow>> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = new List<OutboxRow>();
        if (await LockBucketsAsync(connection, cancellationToken).ConfigureAwait(false) is not { Length: > 0 } buckets)
        {
            return rows;
        }

        // A statement of its own, which sees what the relay that had the buckets before has deleted.
        using var command = new NpgsqlCommand(_read, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = buckets });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = postgres.Options.BatchSize });
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var headers = HeaderText.Parse(reader.IsDBNull(4) ? null : reader.GetString(4));
            var terms = reader.IsDBNull(7) ? null : new PublishTerms { TimeToLive = TimeSpan.FromSeconds(reader.GetInt64(7)) };
            var message = new OutgoingBytes(reader.GetString(2), reader.GetString(3), headers, reader.GetFieldValue<byte[]>(5), terms);
            rows.Add(new OutboxRow(reader.GetInt64(0), reader.GetString(1), message, reader.GetInt32(6)));
        }

        return rows;
    }

    /// <summary>Deletes what was published, and marks what was not.</summary>
    public async ValueTask SettleAsync(NpgsqlConnection connection, IReadOnlyCollection<OutboxResult> results)
    {
        using var batch = new NpgsqlBatch(connection);
        var published = string.Join(',', results.Where(result => result.Reason is null).Select(result => result.Id.ToString(CultureInfo.InvariantCulture)));
        if (published.Length > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"DELETE FROM {postgres.Schema}.outbox WHERE id = ANY (string_to_array($1, ',')::bigint[])")
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = published } },
            });
        }

        foreach (var (id, reason, delay) in results.Where(result => result.Reason is not null))
        {
            var when = delay is null ? "failed_at = now(), due_at = NULL" : "due_at = clock_timestamp() + make_interval(secs => $3)";
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"UPDATE {postgres.Schema}.outbox SET attempts = attempts + 1, reason = $2, {when} WHERE id = $1")
            {
                Parameters =
                {
                    new NpgsqlParameter<long> { TypedValue = id },
                    new NpgsqlParameter<string> { TypedValue = reason!.Replace('\0', ' ') },
                },
            });
            if (delay is { } wait)
            {
                batch.BatchCommands[^1].Parameters.Add(new NpgsqlParameter<double> { TypedValue = wait.TotalSeconds });
            }
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask<string> LockBucketsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using var command = new NpgsqlCommand(_lockBuckets, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var buckets = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            buckets.Add(reader.GetInt16(0).ToString(CultureInfo.InvariantCulture));
        }

        return string.Join(',', buckets);
    }

    // A row whose try failed blocks its ordering key until it is due: nothing overtakes it.
    private static string Due(string schema) => $"""
        o.failed_at IS NULL AND NOT EXISTS (
            SELECT FROM {schema}.outbox d WHERE d.ordering_key = o.ordering_key AND d.failed_at IS NULL AND d.due_at > clock_timestamp())
        """;
}
