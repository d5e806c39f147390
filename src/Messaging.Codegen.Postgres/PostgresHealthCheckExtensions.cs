using Messaging.Codegen.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen;

/// <summary>Adds the outbox to an application's health checks.</summary>
public static class PostgresHealthCheckExtensions
{
    /// <summary>
    /// Adds a check of the outbox: a failure while its database cannot be reached, degraded while it keeps messages that the broker has refused for good. The
    /// data are <c>failed</c>, how many these are, and <c>oldestSeconds</c>, the age of the oldest message that waits.
    /// </summary>
    /// <param name="builder">The health checks; <c>UsePostgres</c> must have been called in <c>AddMessaging</c>.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What a failure means; null means unhealthy.</param>
    /// <param name="tags">Tags to select the check by.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddMessagingOutbox(
        this IHealthChecksBuilder builder, string name = "messaging-outbox", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            static services => new OutboxHealthCheck(services.GetRequiredService<PostgresMessaging>(), services.GetRequiredService<OutboxRelayState>()),
            failureStatus,
            tags));
    }
}
