using Messaging.Codegen;
using Npgsql;

namespace Games;

public sealed class Ranking
{
    [Handler("ranking", Idempotency = Idempotency.Inbox)]
    public async Task HandleAsync(MatchWon match, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var update = new NpgsqlCommand("update ranking set points = points + 3 where player = $1", transaction.Connection, transaction);
        update.Parameters.AddWithValue(match.Player);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }
}
