using Messaging.Codegen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

[assembly: Stream("MATCHES", "matches.>", MaxAge = "30d")]

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMessaging(m => m.UseNats("nats://127.0.0.1:4222").AddApplicationModules());
builder.Services.AddSingleton(NpgsqlDataSource.Create("Host=127.0.0.1;Database=games"));
using var host = builder.Build();
await host.RunAsync();
