// The total is not in the subject, so the server cannot filter by it.
using MessagePack;
using Messaging.Codegen;

namespace Shop;

[Message("orders.placed", Subject = "orders.{Region}.placed")]
public sealed partial record OrderPlaced([property: Key(0)] string Region, [property: Key(1)] string Currency);

public sealed class BillingHandler
{
    [Handler("billing"), {|MSG210:Where(nameof(OrderPlaced.Currency), "EUR")|}]
    public Task HandleAsync(OrderPlaced order) => Task.CompletedTask;
}
