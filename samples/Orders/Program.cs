using Messaging.Codegen;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orders;

if (!CommandLine.TryParse(args, out var options, out var problem))
{
    Console.Error.WriteLine($"error: {problem}");
    Console.Error.WriteLine("Try --help.");
    return 2;
}

if (options.Help)
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(options.Verbose ? LogLevel.Information : LogLevel.None);

builder.Services.AddMessaging(messaging =>
{
    messaging.Options.RunHandlers = options.Role != Role.Publisher;
    messaging.AddApplicationModules();
    if (options.NatsUrl is { } url)
    {
        messaging.UseNats(url);
    }
    else
    {
        messaging.UseInMemory();
    }
});

builder.Services.AddSingleton<IPaymentGateway, SimulatedPaymentGateway>();
builder.Services.AddSingleton<ICarrier, SimulatedCarrier>();
builder.Services.AddSingleton<VatReport>();
builder.Services.AddSingleton<ReviewQueue>();

builder.Services.AddSingleton(options);
builder.Services.AddSingleton<Checkout>();
builder.Services.AddSingleton<OrderHistory>();
builder.Services.AddSingleton<Auditor>();
builder.Services.AddSingleton<ConsumerWatch>();
builder.Services.AddSingleton<RunReport>();
builder.Services.AddSingleton<OrdersRun>();
builder.Services.AddSingleton<RunningCounts>();
builder.Services.AddHostedService(static services => services.GetRequiredService<RunningCounts>());

EmittedFiles.Print();
using var host = builder.Build();
try
{
    await host.StartAsync();
    Console.WriteLine("started");
    var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    var ledger = await host.Services.GetRequiredService<OrdersRun>().RunAsync(stopping);
    await host.StopAsync();

    Console.WriteLine(ledger?.ToString() ?? host.Services.GetRequiredService<RunningCounts>().Totals);
    return ledger is { Lost: not 0 } ? 1 : 0;
}
catch (Exception e) when (e is TransportException or TopologyException or PublishException or RequestTimeoutException or IOException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    await host.StopAsync();
    Console.Error.WriteLine("Stopped before the end. Start it again with the same arguments: what is published already is not published twice.");
    return 1;
}
