using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>
/// The connection and transaction of one delivery. It lives in the delivery's scope and closes the connection with it, after what the handler got by
/// dependency injection: Npgsql uses transaction objects again, so one must not be disposed of once its connection serves somebody else.
/// </summary>
internal sealed class InboxSession(PostgresMessaging postgres) : IAsyncDisposable, IDisposable
{
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;

    /// <summary>The open transaction.</summary>
    /// <exception cref="InvalidOperationException">There is none here.</exception>
    public NpgsqlTransaction Transaction => _transaction ?? throw new InvalidOperationException(
        "There is an NpgsqlTransaction only in handlers with Idempotency.Inbox, and in what they get by dependency injection.");

    /// <summary>True when the connection is gone: what became of the transaction is known only to the database.</summary>
    public bool IsBroken => _connection is not { FullState: var state } || !state.HasFlag(System.Data.ConnectionState.Open);

    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        _connection = await postgres.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

        // Not the database's default, which might be another: the claim has to see what was committed while it waited.
        _transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<int> ClaimAsync(string key, CancellationToken cancellationToken)
    {
        using var claim = new NpgsqlCommand($"SELECT {postgres.Schema}.inbox_claim($1)", _connection, _transaction);
        claim.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        return (int)(await claim.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Fails when a statement has failed and the handler went on: PostgreSQL would answer the commit with a silent rollback.</summary>
    /// <exception cref="PostgresException">With <see cref="PostgresErrorCodes.InFailedSqlTransaction"/>: the transaction is lost.</exception>
    public async ValueTask ProbeAsync()
    {
        using var probe = new NpgsqlCommand("SELECT 1", _connection, _transaction);
        await probe.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Undoes the transaction now rather than when the scope ends; a broken connection has undone it already.</summary>
    public async ValueTask RollbackAsync()
    {
        try
        {
            await Transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // Ended by the handler, or with the connection.
        }
    }

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    public void Dispose() => _connection?.Dispose();
}
