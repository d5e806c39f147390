using Messaging.Codegen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orders;
using Orders.Contracts;

namespace Messaging.Codegen.Samples.Tests.Handlers;

/// <summary>How the handlers of an application are tested: to be copied.</summary>
public sealed class BillingTests
{
    [Fact]
    public async Task A_paid_order_is_shipped()
    {
        await using var host = await MessagingTestHost.StartAsync(AddModules, AddServices);

        await host.PublishAsync(Order("tok_ok"));
        await host.WaitUntilIdleAsync();

        Assert.Equal(20m, Assert.Single(host.Published<PaymentSucceeded>()).Message.Amount);
        Assert.Single(host.Published<OrderShipped>());
    }

    [Fact]
    public async Task An_order_that_comes_twice_is_shipped_once()
    {
        await using var host = await MessagingTestHost.StartAsync(AddModules, AddServices);
        host.Chaos.DuplicateEveryMessage();

        await host.PublishAsync(Order("tok_ok"));
        await host.WaitUntilIdleAsync();

        Assert.Single(host.Published<OrderShipped>());
    }

    [Fact]
    public async Task A_payment_provider_that_stays_away_makes_a_dead_letter()
    {
        await using var host = await MessagingTestHost.StartAsync(AddModules, AddServices);

        await host.PublishAsync(Order("tok_down"));
        await host.WaitUntilIdleAsync();

        Assert.Equal(5, host.Failed<OrderPlaced>("billing").Count);
        Assert.IsType<TimeoutException>(Assert.Single(host.DeadLettered<OrderPlaced>()).Exception);
    }

    private static void AddModules(MessagingBuilder messaging) => messaging.AddModule<OrdersContractsModule>().AddModule<OrdersModule>();

    private static void AddServices(IServiceCollection services) => services
        .AddSingleton<IPaymentGateway, SimulatedPaymentGateway>()
        .AddSingleton<ICarrier, SimulatedCarrier>()
        .AddSingleton<VatReport>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<OrderHistory>();

    private static OrderPlaced Order(string paymentToken) =>
        new() { OrderId = Guid.NewGuid(), Region = "eu", Total = 20m, PaymentToken = paymentToken };
}
