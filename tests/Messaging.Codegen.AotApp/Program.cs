using System.Globalization;
using Messaging.Codegen;
using Messaging.Codegen.AotApp;
using Messaging.Codegen.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Publishes, consumes, retries and dead-letters as a native binary: over the server given as argument, or in memory.
// The exit code is the verdict.
const int Count = 50;
const int Doomed = 3;

var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Services.AddSingleton<Arrivals>();
builder.Services.AddMessaging(messaging =>
{
    if (args is [var url])
    {
        messaging.UseNats(url);
    }
    else
    {
        messaging.UseInMemory();
    }

    messaging.AddApplicationModules();
});

using var host = builder.Build();
await host.StartAsync();

var publisher = host.Services.GetRequiredService<IPublisher<Shipment>>();
var arrivals = host.Services.GetRequiredService<Arrivals>();
var counters = host.Services.GetRequiredService<MessagingCounters>();
var transport = host.Services.GetRequiredService<ITransport>();

var sent = new Dictionary<Guid, Shipment>();
for (var i = 0; i < Count; i++)
{
    var shipment = MakeShipment(i);
    sent.Add(shipment.Id, shipment);
    await publisher.PublishAsync(shipment);
}

using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
var consumer = counters.Consumers.Single(c => c.Consumer == "shipments");
while (consumer.Handled + consumer.DeadLettered + consumer.Quarantined < Count || arrivals.Delivered.Count < Count - Doomed)
{
    await Task.Delay(20, patience.Token);
}

var sum = await host.Services.GetRequiredService<IRequestClient<SumRequest, Sum>>().RequestAsync(new SumRequest([1, 2, 39]));
var dead = await transport.GetStreamStateAsync("AOT_DLQ", CancellationToken.None);
await host.StopAsync();

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"sent={Count} handled={consumer.Handled} retried={consumer.Retried} dead-lettered={consumer.DeadLettered} quarantined={consumer.Quarantined} copies={dead.Messages} sum={sum.Total}"));

var intact = arrivals.Shipments.Values.All(shipment => Describe(shipment) == Describe(sent[shipment.Id]));
return intact && Interop.Works(MakeShipment(1)) && consumer is { Handled: Count - Doomed, DeadLettered: Doomed, Quarantined: 0, Retried: > 0 } && dead.Messages == Doomed && sum.Total == 42 ? 0 : 1;

static Shipment MakeShipment(int i) => new()
{
    Id = Guid.CreateVersion7(),
    Region = i % 2 == 0 ? "eu" : "asia.south",
    Price = 12.50m + i,
    PlacedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
    Deadline = i % 3 == 0 ? null : TimeSpan.FromHours(i),
    Urgency = (Urgency)(i % 3),
    Items = [new Letter($"Zoë {i}"), new Parcel("李", i / 3.0)],
    Counts = new() { ["a"] = [1, -2, i], ["b"] = [] },
    Label = [1, 2, (byte)i],

    // The first three fail more often than they are delivered, every fifth once.
    FailuresWanted = i < Doomed ? 99 : i % 5 == 0 ? 1 : 0,
};

static string Describe(Shipment s) => string.Create(
    CultureInfo.InvariantCulture,
    $"{s.Id} {s.Region} {s.Price} {s.PlacedAt:O} {s.Deadline} {s.Urgency} {string.Join(';', s.Items)} {string.Join(';', s.Counts.Select(c => $"{c.Key}={string.Join(',', c.Value)}"))} {Convert.ToHexString(s.Label)}");
