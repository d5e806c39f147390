using System.Collections.Concurrent;
using Messaging.Codegen.Publishing;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>
/// Publishes one batch: the keys at the same time, the messages of a key one after the other, each when the one before it is acknowledged. So the order of a
/// key holds also when two relays publish it at once, because one of them has lost its connection to the database and does not know it yet: whoever stores a
/// message has seen its predecessor stored, and the other's copy has the same id.
/// </summary>
internal sealed class OutboxCycle(PostgresMessaging postgres, PublishPipeline publisher, PostgresLog log)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    // JetStream's answer when a stream is full, the in-memory transport's too: a state, not a verdict on the message.
    private const int StoreFailed = 10077;

    private readonly OutboxQueries _queries = new(postgres);

    /// <summary>Publishes a batch.</summary>
    /// <returns>True when there may be more to do at once.</returns>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        var connection = await postgres.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        var rows = await _queries.TakeAsync(connection, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return false;
        }

        var results = new ConcurrentQueue<OutboxResult>();
        await Task.WhenAll(rows.GroupBy(row => row.OrderingKey, StringComparer.Ordinal).Select(key => PublishAsync(key, results, cancellationToken))).ConfigureAwait(false);
        if (results.IsEmpty)
        {
            return false;
        }

        await _queries.SettleAsync(connection, results).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        OutboxTelemetry.Count(results);
        return results.Any(result => result.Reason is null);
    }

    private async Task PublishAsync(IEnumerable<OutboxRow> rows, ConcurrentQueue<OutboxResult> results, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var result = await PublishAsync(row, cancellationToken).ConfigureAwait(false);
            if (result is not { } known)
            {
                return;
            }

            results.Enqueue(known);
            if (known.Delay is not null)
            {
                return;
            }
        }
    }

    /// <returns>Null when the relay stops: the row stays as it is.</returns>
    private async ValueTask<OutboxResult?> PublishAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            await publisher.PublishOnceAsync(row.Message, cancellationToken).ConfigureAwait(false);
            return new OutboxResult(row.Id, null, null);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (PublishException e) when (IsVerdict(e))
        {
            log.PublishRefused(row.Id, row.Message.Subject, e.Message);
            return new OutboxResult(row.Id, e.Message, null);
        }
        catch (Exception e)
        {
            var delay = DelayAfter(row.Attempts);
            log.PublishRetried(row.Id, row.Message.Subject, row.Attempts + 1, delay, e.Message);
            return new OutboxResult(row.Id, e.Message, delay);
        }
    }

    private static bool IsVerdict(PublishException e) =>
        !e.IsTransient && e.Failure is PublishFailure.Refused or PublishFailure.Forbidden or PublishFailure.TooLarge && e.ErrorCode != StoreFailed;

    private static TimeSpan DelayAfter(int attempts)
    {
        var delay = FirstRetry * Math.Pow(2, Math.Min(attempts, 16));
        return Jitter.AtLeast(delay < LongestRetry ? delay : LongestRetry);
    }
}
