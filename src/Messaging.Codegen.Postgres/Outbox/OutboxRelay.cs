using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Postgres;

/// <summary>Publishes what is in the outbox, as long as the host runs.</summary>
internal sealed class OutboxRelay(OutboxCycle cycle, OutboxListener listener, OutboxRelayState state, PostgresOptions options, PostgresLog log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not on the way of the host's start.
        await Task.Yield();
        await Task.WhenAll(listener.RunAsync(stoppingToken), RelayAsync(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RelayAsync(CancellationToken stoppingToken)
    {
        var pause = options.PollInterval;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await cycle.RunAsync(stoppingToken).ConfigureAwait(false))
                {
                    Recovered();
                }

                Recovered();
                pause = options.PollInterval;
                await listener.WaitAsync(pause, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                state.Failure = e;
                log.RelayFailed(pause, e);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private void Recovered()
    {
        if (state.Failure is not null)
        {
            state.Failure = null;
            log.RelayRecovered();
        }
    }
}

/// <summary>How the relay of this process is.</summary>
internal sealed class OutboxRelayState
{
    private volatile Exception? _failure;

    /// <summary>Why it does not get at the database; null while it does.</summary>
    public Exception? Failure
    {
        get => _failure;
        set => _failure = value;
    }
}
