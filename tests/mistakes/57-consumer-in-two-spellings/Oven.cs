using Messaging.Codegen;

namespace Bakery;

public sealed class Oven
{
    [Handler("oven")]
    public void Handle(OrderPlaced order) => Console.WriteLine($"{order.Loaves} loaves for {order.Number}");

    [Handler("Oven")]
    public void Handle(OrderCancelled order) => Console.WriteLine($"None for {order.Number}");
}
