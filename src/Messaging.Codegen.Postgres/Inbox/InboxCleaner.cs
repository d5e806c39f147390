using Microsoft.Extensions.Hosting;

namespace Messaging.Codegen.Postgres;

/// <summary>Adds the partitions of the coming days and drops those that are too old, as long as the host runs.</summary>
internal sealed class InboxCleaner(InboxPartitions partitions, PostgresOptions options, TimeProvider time, PostgresLog log) : BackgroundService
{
    /// <summary>When it is tried again after a failure, or after the interval if that is shorter.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not on the way of the host's start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var delay = options.CleanInterval;
            try
            {
                await partitions.AddAsync(stoppingToken).ConfigureAwait(false);
                foreach (var day in await partitions.DropOldAsync(stoppingToken).ConfigureAwait(false))
                {
                    log.PartitionDropped(day);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                delay = delay < Retry ? delay : Retry;
                log.CleanFailed(delay, e);
            }

            await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
