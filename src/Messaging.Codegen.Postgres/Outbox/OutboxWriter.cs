using System.Buffers;
using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>Writes rows of the outbox.</summary>
internal sealed class OutboxWriter(PostgresMessaging postgres)
{
    // The identity is drawn while the lock is held, which ends with the transaction: so the order of ids is that of commits.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 7091350112245006531))";

    private readonly string _insert = postgres.Options.Notify
        ? $"WITH written AS ({Insert(postgres.Schema)}) SELECT pg_notify('{postgres.Channel}', '')"
        : Insert(postgres.Schema);

    public async ValueTask WriteAsync(OutgoingMessage message, NpgsqlTransaction transaction, string? orderingKey, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection
            ?? throw new ArgumentException("The transaction has ended: write to the outbox before it is committed.", nameof(transaction));
        var payload = new ArrayBufferWriter<byte>();
        message.WritePayload(payload);
        using var batch = new NpgsqlBatch(connection, transaction);
        if (orderingKey is not null)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock) { Parameters = { Text(orderingKey) } });
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(_insert)
        {
            Parameters =
            {
                Text(orderingKey ?? message.Subject),
                Text(message.Subject),
                Text(message.MessageId!),
                new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)HeaderText.Format(message.Headers) ?? DBNull.Value },
                new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = payload.WrittenMemory, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea },
                new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint, Value = message.Terms?.TimeToLive is { } age ? (long)age.TotalSeconds : DBNull.Value },
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static string Insert(string schema) =>
        $"INSERT INTO {schema}.outbox (ordering_key, subject, message_id, headers, payload, seconds_to_live) VALUES ($1, $2, $3, $4, $5, $6)";
}
