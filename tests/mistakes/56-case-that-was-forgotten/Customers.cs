using Messaging.Codegen;

namespace Garden.Orders;

public sealed class Customers
{
    [Handler("customers")]
    public void Handle(OrderSent order) => Console.WriteLine($"{order.OrderId}: {order.Delivery}");
}
