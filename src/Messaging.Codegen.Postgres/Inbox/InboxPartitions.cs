using System.Globalization;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>The partitions of the inbox, one a day (UTC).</summary>
internal sealed class InboxPartitions(PostgresMessaging postgres)
{
    /// <summary>How many days ahead there are partitions: that long nobody has to look after them.</summary>
    private const int DaysAhead = 3;

    private const string Prefix = "inbox_";

    private string Schema => postgres.Schema;

    public async ValueTask AddAsync(CancellationToken cancellationToken)
    {
        using var command = postgres.DataSource.CreateCommand($"SELECT {Schema}.inbox_add_partitions({DaysAhead})");
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops what is older than the retention. Of several processes that do this at once one does it.</summary>
    /// <returns>The days that were dropped.</returns>
    public async ValueTask<IReadOnlyList<DateOnly>> DropOldAsync(CancellationToken cancellationToken)
    {
        var connection = await postgres.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        if (!await ScalarAsync<bool>(connection, $"SELECT pg_try_advisory_lock(hashtextextended('{Schema}.inbox', 1))", cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        try
        {
            var dropped = new List<DateOnly>();
            foreach (var day in await OldAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                await DropAsync(connection, day, cancellationToken).ConfigureAwait(false);
                dropped.Add(day);
            }

            return dropped;
        }
        finally
        {
            // The pool gives the connection to somebody else.
            await ScalarAsync<bool>(connection, $"SELECT pg_advisory_unlock(hashtextextended('{Schema}.inbox', 1))", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask<List<DateOnly>> OldAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Tables, not partitions: one that was detached and then not dropped, because the process died, is here too.
        var sql = $"""
            SELECT relname FROM pg_class
            WHERE relnamespace = '{Schema}'::regnamespace AND relkind = 'r' AND relname ~ '^{Prefix}[0-9]{"{8}"}$'
            AND to_date(substr(relname, {Prefix.Length + 1}), 'YYYYMMDD') < (now() AT TIME ZONE 'UTC')::date - $1
            ORDER BY relname
            """;
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)postgres.Options.InboxRetention.TotalDays });
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var days = new List<DateOnly>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            days.Add(DateOnly.ParseExact(reader.GetString(0).AsSpan(Prefix.Length), "yyyyMMdd", CultureInfo.InvariantCulture));
        }

        return days;
    }

    private async ValueTask DropAsync(NpgsqlConnection connection, DateOnly day, CancellationToken cancellationToken)
    {
        var table = string.Create(CultureInfo.InvariantCulture, $"{Schema}.{Prefix}{day:yyyyMMdd}");
        var state = await ScalarAsync<string>(
            connection,
            $"SELECT COALESCE((SELECT CASE WHEN inhdetachpending THEN 'pending' ELSE 'attached' END FROM pg_inherits WHERE inhrelid = '{table}'::regclass), 'detached')",
            cancellationToken).ConfigureAwait(false);

        // Concurrently: it waits for the transactions that run, and lets new ones through meanwhile.
        if (state != "detached")
        {
            var how = state == "pending" ? "FINALIZE" : "CONCURRENTLY";
            await ExecuteAsync(connection, $"ALTER TABLE {Schema}.inbox DETACH PARTITION {table} {how}", cancellationToken).ConfigureAwait(false);
        }

        await ExecuteAsync(connection, $"DROP TABLE {table}", cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
