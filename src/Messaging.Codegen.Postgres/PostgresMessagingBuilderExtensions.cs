using Messaging.Codegen.Consuming;
using Messaging.Codegen.Postgres;
using Messaging.Codegen.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Messaging.Codegen;

/// <summary>Gives a service its inbox and outbox.</summary>
public static class PostgresMessagingBuilderExtensions
{
    /// <summary>
    /// Uses PostgreSQL for <see cref="Idempotency.Inbox"/> and <see cref="IOutbox"/>. The tables must exist, see <see cref="PostgresMessagingSchema"/>.
    /// </summary>
    /// <remarks>
    /// A handler with <see cref="Idempotency.Inbox"/>, and what it gets by dependency injection, may ask for an <see cref="NpgsqlTransaction"/>: that of
    /// the inbox. Its <see cref="NpgsqlTransaction.Connection"/> is the way to the database; the library begins and ends both.
    /// </remarks>
    /// <param name="builder">The messaging set-up.</param>
    /// <param name="connectionString">The database, in Npgsql's form.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public static MessagingBuilder UsePostgres(this MessagingBuilder builder, string connectionString, Action<PostgresOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);

        // The slim one brings no reflection into applications that are compiled ahead of time.
        return Use(builder, _ => new NpgsqlSlimDataSourceBuilder(connectionString).EnableTransportSecurity().Build(), isOwned: true, configure);
    }

    /// <inheritdoc cref="UsePostgres(MessagingBuilder, string, Action{PostgresOptions})"/>
    /// <param name="builder">The messaging set-up.</param>
    /// <param name="dataSource">Finds the application's data source; it stays the application's own.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public static MessagingBuilder UsePostgres(
        this MessagingBuilder builder, Func<IServiceProvider, NpgsqlDataSource> dataSource, Action<PostgresOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return Use(builder, dataSource, isOwned: false, configure);
    }

    private static MessagingBuilder Use(
        MessagingBuilder builder, Func<IServiceProvider, NpgsqlDataSource> dataSource, bool isOwned, Action<PostgresOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new PostgresOptions();
        configure?.Invoke(options);
        options.Check();
        var services = builder.Services;
        if (services.Any(static service => service.ServiceType == typeof(PostgresMessaging)))
        {
            throw new InvalidOperationException("UsePostgres was called before: a service has one inbox and one outbox.");
        }

        services.AddSingleton(s => new PostgresMessaging(dataSource(s), isOwned, options));
        services.AddSingleton(static s => new PostgresLog(
            (s.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Messaging.Codegen.Postgres")));
        AddInbox(services, options);
        AddOutbox(services, options);
        return builder;
    }

    private static void AddInbox(IServiceCollection services, PostgresOptions options)
    {
        services.AddSingleton(static s => new InboxPartitions(s.GetRequiredService<PostgresMessaging>()));
        services.AddSingleton<IIdempotencyStore>(static s => new InboxStore(
            s.GetRequiredService<PostgresMessaging>(), s.GetRequiredService<OutboxWriter>(), s.GetRequiredService<InboxPartitions>()));
        services.AddScoped(static s => new InboxSession(s.GetRequiredService<PostgresMessaging>()));
        services.AddScoped(static s => s.GetRequiredService<InboxSession>().Transaction);
        if (options.RunCleaner)
        {
            services.AddSingleton<IHostedService>(static s => new InboxCleaner(
                s.GetRequiredService<InboxPartitions>(), s.GetRequiredService<PostgresMessaging>().Options, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<PostgresLog>()));
        }
    }

    private static void AddOutbox(IServiceCollection services, PostgresOptions options)
    {
        services.AddSingleton(static s => new OutboxWriter(s.GetRequiredService<PostgresMessaging>()));
        services.TryAddSingleton<IOutbox>(static s => new Outbox(s.GetRequiredService<PostgresMessaging>(), s.GetRequiredService<OutboxWriter>()));
        services.AddSingleton<OutboxRelayState>();
        if (options.RunRelay)
        {
            services.AddSingleton<IHostedService>(static s => new OutboxRelay(
                new OutboxCycle(s.GetRequiredService<PostgresMessaging>(), s.GetRequiredService<PublishPipeline>(), s.GetRequiredService<PostgresLog>()),
                new OutboxListener(s.GetRequiredService<PostgresMessaging>(), s.GetRequiredService<PostgresLog>()),
                s.GetRequiredService<OutboxRelayState>(),
                s.GetRequiredService<PostgresMessaging>().Options,
                s.GetRequiredService<PostgresLog>()));
        }
    }
}
