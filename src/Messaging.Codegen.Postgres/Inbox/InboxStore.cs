using System.Security.Cryptography;
using System.Text;
using Messaging.Codegen.Consuming;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>
/// <see cref="Idempotency.Inbox"/>: a row that says "handled" is inserted first and committed with everything that the handler does in the same
/// transaction, so there are both or neither. Of two deliveries of a message at once the second one is told that the first is busy and comes again.
/// </summary>
internal sealed class InboxStore(PostgresMessaging postgres, OutboxWriter outbox, InboxPartitions partitions) : IIdempotencyStore
{
    // An entry of an index has a third of a page, 2,704 bytes.
    private const int MaxKeyBytes = 1024;

    public Idempotency Kind => Idempotency.Inbox;

    public async ValueTask<ConsumeOutcome> RunAsync(MessageContext delivery, string key, ConsumeDelegate handle, CancellationToken cancellationToken)
    {
        var session = delivery.Services.GetRequiredService<InboxSession>();
        switch (await ClaimAsync(session, key, cancellationToken).ConfigureAwait(false))
        {
            case 1:
                await session.RollbackAsync().ConfigureAwait(false);
                return ConsumeOutcome.Duplicate;
            case 2:
                await session.RollbackAsync().ConfigureAwait(false);
                return ConsumeOutcome.Busy;
        }

        delivery.Outlet = new OutboxOutlet(outbox, session.Transaction);
        try
        {
            await handle(delivery, cancellationToken).ConfigureAwait(false);
            await session.ProbeAsync().ConfigureAwait(false);
            await session.Transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return ConsumeOutcome.Handled;
        }
        catch (Exception e)
        {
            // Whether a commit that got no answer took place, the row tells the next run.
            var isBroken = session.IsBroken;
            await session.RollbackAsync().ConfigureAwait(false);
            if (isBroken && !cancellationToken.IsCancellationRequested)
            {
                throw new IdempotencyStoreUnavailableException($"The connection to the inbox {postgres.Schema}.inbox broke while a message was handled.", e);
            }

            if (e is PostgresException { SqlState: PostgresErrorCodes.InFailedSqlTransaction })
            {
                throw new InvalidOperationException(
                    "A statement of the handler failed and the handler went on: PostgreSQL has undone the whole transaction. Let the exception out, or use a savepoint.", e);
            }

            throw;
        }
        finally
        {
            delivery.Outlet = null;
        }
    }

    private async ValueTask<int> ClaimAsync(InboxSession session, string key, CancellationToken cancellationToken)
    {
        try
        {
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            return await session.ClaimAsync(Shorten(key), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CheckViolation)
        {
            // No partition for today: nobody has looked after them for days.
            await AddPartitionsAsync(cancellationToken).ConfigureAwait(false);
            throw new IdempotencyStoreUnavailableException($"The inbox {postgres.Schema}.inbox had no partition for today.", e);
        }
        catch (Exception e)
        {
            throw new IdempotencyStoreUnavailableException($"The inbox {postgres.Schema}.inbox cannot be reached.", e);
        }
    }

    private async ValueTask AddPartitionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await partitions.AddAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The next run tries again; the caller says why this one has to wait.
        }
    }

    internal static string Shorten(string key) => key.Length <= MaxKeyBytes / 3 || Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes
        ? key
        : string.Concat(key.AsSpan(0, MaxKeyBytes / 6), "#", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
