using Messaging.Codegen;
using Microsoft.Extensions.Hosting;

namespace Orders;

/// <summary>Prints about once a second what this process has published and handled.</summary>
/// <param name="counters">Kept by the library, without locks on a message's path.</param>
public sealed class RunningCounts(MessagingCounters counters) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The counts at this moment.</summary>
    public string Totals => string.Join(' ', [$"published={counters.Published}", .. Consumers.Select(consumer => $"{consumer.Consumer}={consumer.Handled}")]);

    private IEnumerable<ConsumerCounters> Consumers => counters.Consumers.OrderBy(consumer => consumer.Consumer, StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var before = "";
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Describe();
            if (now != before)
            {
                Console.WriteLine(now);
                before = now;
            }
        }
    }

    private string Describe() => string.Join(" | ", [$"published {counters.Published}", .. Consumers.Select(Describe)]);

    private static string Describe(ConsumerCounters consumer)
    {
        (string Name, long Count)[] parts =
        [
            ("retried", consumer.Retried), ("filtered", consumer.Filtered), ("duplicates", consumer.Duplicates),
            ("dead-lettered", consumer.DeadLettered), ("quarantined", consumer.Quarantined),
        ];
        var others = string.Concat(parts.Where(part => part.Count > 0).Select(part => $", {part.Name} {part.Count}"));
        return $"{consumer.Consumer} {consumer.Handled}{others}";
    }
}
