using Messaging.Codegen;
using Npgsql;

namespace Shop.Checkout;

public sealed class Checkout(NpgsqlDataSource database, IPublisher<OrderPlaced> publisher)
{
    public async Task PlaceAsync(Guid orderId, decimal total, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var insert = new NpgsqlCommand("insert into orders values ($1, $2)", connection, transaction)
        {
            Parameters = { new() { Value = orderId }, new() { Value = total } },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await publisher.PublishAsync(new OrderPlaced(orderId, total), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
