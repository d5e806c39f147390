using Messaging.Codegen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen;

/// <summary>Adds messaging to an application's health checks.</summary>
public static class MessagingHealthCheckExtensions
{
    /// <summary>Adds a check of the connection and of every consumer of this process.</summary>
    /// <param name="builder">The health checks; <c>AddMessaging</c> must have been called on the services.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What a failure means; null means unhealthy.</param>
    /// <param name="tags">Tags to select the check by.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddMessaging(
        this IHealthChecksBuilder builder, string name = "messaging", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            static services => new MessagingHealthCheck(services.GetRequiredService<MessagingRuntime>(), services.GetRequiredService<MessagingHost>()),
            failureStatus,
            tags));
    }
}
