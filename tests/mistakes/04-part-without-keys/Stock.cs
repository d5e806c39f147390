using Messaging.Codegen;

namespace Shop.Sales;

public sealed class Stock
{
    [Handler("stock")]
    public void Handle(OrderPlaced order, CancellationToken cancellationToken)
    {
        foreach (var line in order.Lines)
        {
            Console.WriteLine($"reserve {line.Quantity} of {line.Sku}");
        }
    }
}
