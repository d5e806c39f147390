using Shop.Checkout;
using Messaging.Codegen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

[assembly: Stream("ORDERS", "orders.>", MaxAge = "7d")]

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMessaging(m => m.UseNats("nats://127.0.0.1:4222").UsePostgres(services => services.GetRequiredService<NpgsqlDataSource>()).AddApplicationModules());
builder.Services.AddSingleton(NpgsqlDataSource.Create("Host=127.0.0.1;Database=shop")).AddSingleton<Checkout>();
using var host = builder.Build();
await host.RunAsync();
