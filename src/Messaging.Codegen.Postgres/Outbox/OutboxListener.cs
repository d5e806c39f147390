using Npgsql;

namespace Messaging.Codegen.Postgres;

/// <summary>Hears of commits that wrote to the outbox. A hint, no more: what it misses the relay finds when it polls.</summary>
internal sealed class OutboxListener(PostgresMessaging postgres, PostgresLog log)
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Listens until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!postgres.Options.Notify)
        {
            return;
        }

        var isHeard = true;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var connection = await postgres.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                connection.Notification += (_, _) => Signal();
                using (var listen = new NpgsqlCommand($"LISTEN {postgres.Channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                isHeard = true;
                Signal(); // for what was committed before
                while (true)
                {
                    await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                if (isHeard)
                {
                    log.ListenFailed(e);
                }

                isHeard = false;
                await Task.Delay(postgres.Options.PollInterval, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Waits for a commit, or for the time to poll.</summary>
    public Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken) => _signal.WaitAsync(patience, cancellationToken);

    private void Signal()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Said already.
        }
    }
}
