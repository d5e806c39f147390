using Messaging.Codegen.TestServers;
using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Harness;

/// <summary>A database with the schema and a table of effects, one row for each time that the handler's work counts.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(string connectionString, string schema)
    {
        ConnectionString = connectionString;
        Schema = schema;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public string Schema { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<TestDatabase> CreateAsync(PostgresServer server, string schema = PostgresMessagingSchema.DefaultName)
    {
        var database = new TestDatabase(await server.CreateDatabaseAsync($"t{Guid.NewGuid():N}"), schema);
        await PostgresMessagingSchema.CreateAsync(database.Source, schema);
        await database.ExecuteAsync("CREATE TABLE effects (id bigint GENERATED ALWAYS AS IDENTITY, order_id int NOT NULL)");
        return database;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<long> CountAsync(string table) => ScalarAsync<long>($"SELECT count(*) FROM {table}");

    /// <summary>The orders that had an effect, one entry for each effect, in order of their numbers.</summary>
    public async Task<List<int>> EffectsAsync()
    {
        var effects = new List<int>();
        await using var command = Source.CreateCommand("SELECT order_id FROM effects ORDER BY order_id");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            effects.Add(reader.GetInt32(0));
        }

        return effects;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
