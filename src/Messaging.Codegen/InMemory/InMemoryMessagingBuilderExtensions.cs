using Messaging.Codegen.Consuming;
using Messaging.Codegen.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Codegen;

/// <summary>Puts a service on the in-memory transport.</summary>
public static class InMemoryMessagingBuilderExtensions
{
    /// <summary>
    /// Uses the in-memory transport: no server, nothing survives the process. Its time is the <see cref="TimeProvider"/> that is
    /// registered with the application's services, else the system's clock.
    /// </summary>
    /// <param name="builder">The messaging set-up.</param>
    /// <param name="broker">A broker to share with other services of this process; null means one of its own.</param>
    public static MessagingBuilder UseInMemory(this MessagingBuilder builder, InMemoryBroker? broker = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (broker is not null)
        {
            builder.Services.AddSingleton<IIdempotencyStore>(broker.CompletedKeys);
            return builder.UseTransport(_ => new InMemoryTransport(broker));
        }

        builder.Services.AddSingleton(services => new InMemoryBroker(
            new InMemoryOptions { TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System }));
        builder.Services.AddSingleton<IIdempotencyStore>(static services => services.GetRequiredService<InMemoryBroker>().CompletedKeys);
        return builder.UseTransport(services => new InMemoryTransport(services.GetRequiredService<InMemoryBroker>()));
    }
}
