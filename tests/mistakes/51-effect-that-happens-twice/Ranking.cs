using Messaging.Codegen;
using Npgsql;

namespace Games;

public sealed class Ranking(NpgsqlDataSource database)
{
    [Handler("ranking")]
    public async Task HandleAsync(MatchWon match, CancellationToken cancellationToken)
    {
        await using var update = database.CreateCommand("update ranking set points = points + 3 where player = $1");
        update.Parameters.AddWithValue(match.Player);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }
}
