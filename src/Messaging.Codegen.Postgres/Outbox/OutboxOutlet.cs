using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>Writes what is published to the outbox, in one transaction.</summary>
internal sealed class OutboxOutlet(OutboxWriter writer, NpgsqlTransaction transaction, string? orderingKey = null) : IMessageOutlet
{
    public ValueTask TakeAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        writer.WriteAsync(message, transaction, orderingKey, cancellationToken);
}
