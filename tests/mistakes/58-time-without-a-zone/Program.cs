using Messaging.Codegen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Stream("INVOICES", "invoices.>", MaxAge = "365d")]

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMessaging(m => m.UseNats("nats://127.0.0.1:4222").AddApplicationModules());
using var host = builder.Build();
await host.RunAsync();
