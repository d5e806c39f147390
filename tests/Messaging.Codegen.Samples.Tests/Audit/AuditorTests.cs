using Orders;
using Orders.Contracts;

namespace Messaging.Codegen.Samples.Tests.Audit;

/// <summary>The ledger comes from what the broker holds: each test makes the broker hold something else.</summary>
public sealed class AuditorTests
{
    private static readonly OrderLedger None = new(Sent: 1, Handled: 0, Retrying: 0, DeadLettered: 0, Quarantined: 0, Lost: 0);

    [Fact]
    public async Task An_order_that_waits_for_its_consumer_is_retrying()
    {
        await using var broker = await AuditedBroker.StartAsync();
        var (order, _) = await broker.PlaceAsync();

        Assert.Equal(None with { Retrying = 1 }, await broker.AuditAsync(order.OrderId));
    }

    [Fact]
    public async Task An_order_that_was_acknowledged_without_an_outcome_is_lost()
    {
        await using var broker = await AuditedBroker.StartAsync();
        var (order, _) = await broker.PlaceAsync();
        await broker.AcknowledgeAllAsync("billing", "orders.*.placed.v1");

        Assert.Equal(None with { Lost = 1 }, await broker.AuditAsync(order.OrderId));
    }

    [Fact]
    public async Task An_order_that_is_lost_at_its_second_consumer_is_lost_although_others_wait_there()
    {
        await using var broker = await AuditedBroker.StartAsync();
        var (lost, _) = await broker.PlaceAsync();
        var (waiting, _) = await broker.PlaceAsync();
        await broker.AcknowledgeAllAsync("billing", "orders.*.placed.v1");
        await broker.PublishAsync(new PaymentSucceeded { OrderId = lost.OrderId, Region = "eu", Amount = 1, PaymentReference = "a" });
        await broker.AcknowledgeAllAsync("shipping", "orders.*.paid.v1");
        await broker.PublishAsync(new PaymentSucceeded { OrderId = waiting.OrderId, Region = "eu", Amount = 1, PaymentReference = "b" });

        Assert.Equal(None with { Sent = 2, Retrying = 1, Lost = 1 }, await broker.AuditAsync(lost.OrderId, waiting.OrderId));
    }

    [Fact]
    public async Task An_order_that_never_reached_the_stream_is_lost()
    {
        await using var broker = await AuditedBroker.StartAsync();

        Assert.Equal(None with { Lost = 1 }, await broker.AuditAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Shipped_and_rejected_orders_are_handled()
    {
        await using var broker = await AuditedBroker.StartAsync();
        var (shipped, _) = await broker.PlaceAsync();
        var (rejected, _) = await broker.PlaceAsync();
        await broker.PublishAsync(new OrderShipped { OrderId = shipped.OrderId, Region = "eu", TrackingNumber = "1" });
        await broker.PublishAsync(new OrderRejected { OrderId = rejected.OrderId, Region = "eu", Reason = "no" });

        Assert.Equal(None with { Sent = 2, Handled = 2 }, await broker.AuditAsync(shipped.OrderId, rejected.OrderId));
    }

    [Fact]
    public async Task Orders_that_were_given_up_count_where_their_copies_are()
    {
        await using var broker = await AuditedBroker.StartAsync();
        var dead = await broker.PlaceAsync();
        var unreadable = await broker.PlaceAsync();
        await broker.AcknowledgeAllAsync("billing", "orders.*.placed.v1");
        await broker.GiveUpAsync("dlq", dead.Order, dead.Sequence);
        await broker.GiveUpAsync("quarantine", unreadable.Order, unreadable.Sequence);

        Assert.Equal(
            None with { Sent = 2, DeadLettered = 1, Quarantined = 1 },
            await broker.AuditAsync(dead.Order.OrderId, unreadable.Order.OrderId));
    }

    [Fact]
    public async Task Orders_of_other_inputs_do_not_count()
    {
        await using var broker = await AuditedBroker.StartAsync();
        var (mine, _) = await broker.PlaceAsync();
        await broker.PlaceAsync();

        Assert.Equal(None with { Retrying = 1 }, await broker.AuditAsync(mine.OrderId));
    }
}
