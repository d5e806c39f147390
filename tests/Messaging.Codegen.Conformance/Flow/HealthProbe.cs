using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen.Conformance.Flow;

/// <summary>Asks the health check that an application would add.</summary>
internal sealed class HealthProbe : IHealthChecksBuilder
{
    private readonly List<HealthCheckRegistration> _registrations = [];

    public IServiceCollection Services { get; } = new ServiceCollection();

    public static Task<HealthCheckResult> AskAsync(IServiceProvider services)
    {
        var probe = new HealthProbe();
        probe.AddMessaging();
        var registration = Assert.Single(probe._registrations);
        return registration.Factory(services).CheckHealthAsync(new HealthCheckContext { Registration = registration });
    }

    public IHealthChecksBuilder Add(HealthCheckRegistration registration)
    {
        _registrations.Add(registration);
        return this;
    }
}
