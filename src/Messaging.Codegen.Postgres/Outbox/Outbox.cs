using Messaging.Codegen.Publishing;
using Messaging.Codegen.Transports;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>The outbox as applications see it.</summary>
internal sealed class Outbox(PostgresMessaging postgres, OutboxWriter writer) : IOutbox
{
    private static readonly PublishTerms NoTerms = new();

    public async ValueTask<string> PublishAsync<T>(
        T message, NpgsqlTransaction transaction, OutboxOptions? options = null, CancellationToken cancellationToken = default)
        where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(transaction);
        var messageId = MessageIds.Of(message, options?.Publish);
        var headers = options?.Publish is { } publish ? PublishHeaders.From(publish) : null;
        var terms = options?.Publish is { } asked ? PublishTermsOf.Options(asked) : null;
        if (terms is not null && (terms with { TimeToLive = null }) != NoTerms)
        {
            throw new ArgumentException("A message in the outbox cannot expect a state of its stream: nobody would hear that it is another by then.", nameof(options));
        }

        var outlet = new OutboxOutlet(writer, transaction, options?.OrderingKey);
        await MessageOutlet.HandAsync(outlet, Draft.Of(message, messageId, headers, terms), cancellationToken).ConfigureAwait(false);
        return messageId;
    }

    public async ValueTask<int> RetryFailedAsync(CancellationToken cancellationToken = default)
    {
        using var command = postgres.DataSource.CreateCommand(
            $"UPDATE {postgres.Schema}.outbox SET failed_at = NULL, due_at = NULL, reason = NULL, attempts = 0 WHERE failed_at IS NOT NULL");
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
