using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>The database of inbox and outbox, and their settings.</summary>
internal sealed class PostgresMessaging(NpgsqlDataSource dataSource, bool isOwned, PostgresOptions options) : IAsyncDisposable, IDisposable
{
    public NpgsqlDataSource DataSource => dataSource;

    public PostgresOptions Options => options;

    public string Schema => options.Schema;

    /// <summary>What the outbox notifies on.</summary>
    public string Channel => options.Schema + "_outbox";

    public ValueTask DisposeAsync() => isOwned ? dataSource.DisposeAsync() : ValueTask.CompletedTask;

    public void Dispose()
    {
        if (isOwned)
        {
            dataSource.Dispose();
        }
    }
}
