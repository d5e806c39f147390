using Messaging.Codegen.Consuming;
using Messaging.Codegen.Nats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Codegen;

/// <summary>Puts a service on NATS JetStream.</summary>
public static class NatsMessagingBuilderExtensions
{
    /// <summary>Uses NATS JetStream.</summary>
    /// <param name="builder">The messaging set-up.</param>
    /// <param name="url">The server, for example <c>nats://127.0.0.1:4222</c>; several are separated by commas.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public static MessagingBuilder UseNats(this MessagingBuilder builder, string url, Action<NatsOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return builder.UseNats(options =>
        {
            foreach (var server in url.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                options.Urls.Add(server);
            }

            configure?.Invoke(options);
        });
    }

    /// <summary>Uses NATS JetStream.</summary>
    /// <param name="builder">The messaging set-up.</param>
    /// <param name="configure">Sets the servers and what differs from the defaults.</param>
    public static MessagingBuilder UseNats(this MessagingBuilder builder, Action<NatsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddSingleton(services =>
        {
            var options = new NatsOptions();
            configure(options);
            return new NatsTransport(options, services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance);
        });
        builder.Services.AddSingleton<IIdempotencyStore>(static services => services.GetRequiredService<NatsTransport>().CreateIdempotencyStore());
        return builder.UseTransport(static services => services.GetRequiredService<NatsTransport>());
    }
}
