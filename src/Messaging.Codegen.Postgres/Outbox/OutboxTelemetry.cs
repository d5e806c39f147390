using System.Diagnostics.Metrics;

namespace Messaging.Codegen.Postgres;

/// <summary>The outbox's part of the metrics of <see cref="MessagingTelemetry.Name"/>.</summary>
internal static class OutboxTelemetry
{
    private static readonly Meter Meter = new(MessagingTelemetry.Name);

    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "messaging.codegen.outbox.messages", "{message}", "Tries to publish a message of the outbox, by outcome: published, retried, failed.");

    public static void Count(IEnumerable<OutboxResult> results)
    {
        if (!Messages.Enabled)
        {
            return;
        }

        foreach (var result in results)
        {
            var outcome = result switch
            {
                { Reason: null } => "published",
                { Delay: null } => "failed",
                _ => "retried",
            };
            Messages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
