using MessagePack;
using Messaging.Codegen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Stream("SHOP", "shop.>", MaxAge = "7d")]

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMessaging(m => m.UseInMemory().AddApplicationModules());
using var host = builder.Build();
await host.StartAsync();
await host.Services.GetRequiredService<IPublisher<OrderPlaced>>().PublishAsync(new OrderPlaced { OrderId = 1, Region = "eu" });
await host.WaitForShutdownAsync();

[Message("shop.order-placed", Subject = "shop.{Region}.order-placed.v1")]
public sealed partial record OrderPlaced
{
    [Key(0), IdempotencyKey] public required int OrderId { get; init; }
    [Key(1)] public required string Region { get; init; }
}

public sealed class BillingHandler(IHostApplicationLifetime application)
{
    [Handler("billing", MaxDeliver = 5, Backoff = ["1s", "5s", "30s"])]
    public void Handle(OrderPlaced order, MessageContext context)
    {
        Console.WriteLine($"order {order.OrderId} came on {context.Subject}");
        application.StopApplication();
    }
}
