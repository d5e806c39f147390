using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Codegen.Chaos.Roles;

/// <summary>A worker process: an ordinary application with messaging, as its users write it.</summary>
internal static class Service
{
    /// <summary>What a worker prints when it works.</summary>
    public const string Ready = "ready";

    public static IHost Build(CommandLine line, bool runHandlers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(Enum.Parse<LogLevel>(line.Text("log", "Error"), ignoreCase: true));
        builder.Services.AddSingleton(NpgsqlDataSource.Create(line.Text("database")));
        builder.Services.AddSingleton(new Sabotaged(line.Sabotage));
        builder.Services.AddSingleton<Effects>();
        builder.Services.AddMessaging(messaging =>
        {
            messaging.UseNats(line.Text("urls"), nats =>
            {
                nats.Idempotency.Replicas = line.Number("replicas", 1);
                nats.Idempotency.Lease = TimeSpan.FromSeconds(3);
            });
            messaging.UsePostgres(services => services.GetRequiredService<NpgsqlDataSource>(), postgres =>
            {
                postgres.RunRelay = runHandlers;
                postgres.RunCleaner = runHandlers;
            });
            messaging.AddApplicationModules();
            messaging.Options.Replicas = line.Number("replicas", 1);
            messaging.Options.RunHandlers = runHandlers;
        });
        return builder.Build();
    }
}
