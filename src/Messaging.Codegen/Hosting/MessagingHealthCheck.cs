using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Messaging.Codegen.Hosting;

/// <summary>Unhealthy while the broker or an idempotency store cannot be reached or a consumer gets no answers; says which.</summary>
internal sealed class MessagingHealthCheck(MessagingRuntime runtime, MessagingHost host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (runtime.Started is not { } started)
        {
            return Task.FromResult(Failed(context, "Not connected yet."));
        }

        if (!started.Transport.IsConnected)
        {
            return Task.FromResult(Failed(context, $"The connection to {started.Transport.System} is down; it is being restored."));
        }

        var waiting = string.Join(", ", host.UnavailableStores);
        if (waiting.Length > 0)
        {
            return Task.FromResult(Failed(context, $"Consumers wait for the idempotency store that they cannot reach: {waiting}."));
        }

        var stalled = host.Runners.Where(consumer => !consumer.IsHealthy).Select(consumer => consumer.Definition.ToString()).Distinct().ToArray();
        return Task.FromResult(stalled.Length == 0
            ? HealthCheckResult.Healthy($"Connected to {started.Transport.System}, {host.Consumers.Count} consumers run.{DescribePauses()}")
            : Failed(context, $"No answers to the pulls of {string.Join(", ", stalled)}."));
    }

    private string DescribePauses()
    {
        var paused = string.Join(", ", host.Consumers.Select(consumer => consumer.DescribePause()).OfType<string>());
        return paused.Length == 0 ? "" : $" Paused: {paused}.";
    }

    private static HealthCheckResult Failed(HealthCheckContext context, string reason) => new(context.Registration.FailureStatus, reason);
}
