using Messaging.Codegen.TestServers;
using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Servers;

/// <summary>The server that all other tests here trust in.</summary>
public sealed class PostgresServerTests
{
    [Fact]
    public async Task Committed_rows_survive_a_kill_and_uncommitted_ones_do_not()
    {
        await using var server = await PostgresServer.StartAsync();
        var database = await server.CreateDatabaseAsync("crash");
        await using var source = NpgsqlDataSource.Create(database);
        await using (var connection = await source.OpenConnectionAsync())
        {
            await ExecuteAsync(connection, "CREATE TABLE rows (id int); INSERT INTO rows VALUES (1)");
            await using var transaction = await connection.BeginTransactionAsync();
            await ExecuteAsync(connection, "INSERT INTO rows VALUES (2)");
            server.Kill();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync());
        }

        Assert.False(server.IsRunning);
        await server.RestartAsync();
        await using var again = NpgsqlDataSource.Create(database);
        Assert.Equal(1L, await again.CreateCommand("SELECT count(*) FROM rows").ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_stopped_server_is_away_until_it_is_started_again()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        Assert.Equal(1, await source.CreateCommand("SELECT 1").ExecuteScalarAsync());

        await server.StopAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await source.CreateCommand("SELECT 1").ExecuteScalarAsync());

        var port = server.Port;
        await server.RestartAsync();
        Assert.Equal(port, server.Port);
        Assert.Equal(1, await source.CreateCommand("SELECT 1").ExecuteScalarAsync());
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
