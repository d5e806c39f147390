using Messaging.Codegen.TestServers;
using Npgsql;

namespace Messaging.Codegen.Postgres.Tests.Harness;

/// <summary>One server for the tests that do not stop it; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public async Task InitializeAsync() => _server = await PostgresServer.StartAsync();

    public async Task DisposeAsync() => await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);

    public Task<TestDatabase> NewDatabaseAsync(string schema = PostgresMessagingSchema.DefaultName) => TestDatabase.CreateAsync(_server!, schema);

    public async Task<NpgsqlDataSource> NewEmptyDatabaseAsync() =>
        NpgsqlDataSource.Create(await _server!.CreateDatabaseAsync($"t{Guid.NewGuid():N}"));
}

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "postgres";
}
