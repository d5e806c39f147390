using Messaging.Codegen.Consuming;
using Messaging.Codegen.DeadLetters;
using Messaging.Codegen.Hosting;
using Messaging.Codegen.Publishing;
using Messaging.Codegen.Requests;
using Messaging.Codegen.Routing;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Codegen;

/// <summary>Adds messaging to an application's services.</summary>
public static class MessagingServiceCollectionExtensions
{
    /// <summary>
    /// Adds publishers, request clients and handlers. The handlers run while the host runs; publishers work as soon as they are
    /// resolved and connect on first use.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Chooses the transport and the modules.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidOperationException">It was called before, no transport was chosen, or two modules contradict each other.</exception>
    public static IServiceCollection AddMessaging(this IServiceCollection services, Action<MessagingBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(service => service.ServiceType == typeof(MessagingModel)))
        {
            throw new InvalidOperationException("AddMessaging was called before: put everything into one call.");
        }

        var model = new MessagingModel();
        var options = new MessagingOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(model);
        services.AddSingleton(options);
        services.AddSingleton<MessagingCounters>();
        services.AddSingleton(static s => new MessagingLog((s.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Messaging.Codegen")));
        services.AddSingleton(static s => new MessagingRuntime(
            s.GetRequiredService<ITransport>, s.GetRequiredService<MessagingModel>(), s.GetRequiredService<MessagingOptions>(), s.GetRequiredService<MessagingLog>()));
        services.AddSingleton(static s => new PublishPipeline(
            s.GetRequiredService<MessagingRuntime>(), s.GetRequiredService<MessagingCounters>(), s.GetRequiredService<MessagingOptions>().PublishRetry, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static s => new RequestPipeline(s.GetRequiredService<MessagingRuntime>()));
        services.AddSingleton(static s => new DeadLetterStore(s.GetRequiredService<PublishPipeline>(), s.GetRequiredService<MessagingModel>()));
        services.AddSingleton(static s => new DeadLetterWriter(s.GetRequiredService<MessagingRuntime>(), s.GetRequiredService<DeadLetterStore>()));
        services.AddSingleton<IIdempotencyStore>(static _ => new MemoryStore(Idempotency.Memory));
        services.AddSingleton(static s => new IdempotencyStores(
            s.GetServices<IIdempotencyStore>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<MessagingLog>()));
        services.AddSingleton(static s => new ConsumePipeline(s.GetServices<IConsumeFilter>(), s.GetRequiredService<IdempotencyStores>()));
        services.AddSingleton(static s => new FailureClassifier(s.GetRequiredService<MessagingOptions>(), s.GetRequiredService<MessagingLog>()));
        services.AddSingleton(static s => new ConsumerServices(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<PublishPipeline>(), s.GetRequiredService<DeadLetterWriter>(),
            s.GetRequiredService<ConsumePipeline>(), s.GetRequiredService<FailureClassifier>(),
            new SoloTrials(s.GetRequiredService<MessagingRuntime>(), s.GetRequiredService<PublishPipeline>()),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<MessagingLog>()));
        services.AddSingleton(static s => new MessagingHost(
            s.GetRequiredService<MessagingRuntime>(), s.GetRequiredService<ConsumerServices>(), s.GetRequiredService<MessagingOptions>(), s.GetRequiredService<MessagingCounters>()));
        services.AddSingleton<IConsumerControl>(static s => new ConsumerControl(s.GetRequiredService<MessagingHost>(), s.GetRequiredService<MessagingRuntime>()));
        services.AddHostedService(static s => s.GetRequiredService<MessagingHost>());
        configure(new MessagingBuilder(services, model, options));
        return services.Any(service => service.ServiceType == typeof(ITransport))
            ? services
            : throw new InvalidOperationException("No transport was chosen: call UseInMemory(), UseNats(…) or UseTransport(…) in AddMessaging.");
    }
}
