using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen.Postgres;

/// <summary>Fails while the database cannot be reached; degraded while messages are kept that the broker has refused for good. Tells how long the oldest waits.</summary>
internal sealed class OutboxHealthCheck(PostgresMessaging postgres, OutboxRelayState relay) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (relay.Failure is { } failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The outbox is not relayed at the moment.", failure);
        }

        try
        {
            using var command = postgres.DataSource.CreateCommand($"""
                SELECT (SELECT count(*) FROM {postgres.Schema}.outbox WHERE failed_at IS NOT NULL),
                (SELECT extract(epoch FROM now() - min(created_at))::float8 FROM (SELECT created_at FROM {postgres.Schema}.outbox WHERE failed_at IS NULL ORDER BY id LIMIT 1) o)
                """);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var failed = reader.GetInt64(0);
            var oldest = reader.IsDBNull(1) ? 0 : reader.GetDouble(1);
            var data = new Dictionary<string, object> { ["failed"] = failed, ["oldestSeconds"] = oldest };
            var text = string.Create(CultureInfo.InvariantCulture, $"{failed} messages were refused for good; the oldest that waits is {oldest:F0} s old.");
            return failed > 0 ? HealthCheckResult.Degraded(text, data: data) : HealthCheckResult.Healthy(text, data);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The outbox cannot be reached.", e);
        }
    }
}
